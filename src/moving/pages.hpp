#pragma once

#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "moving/document.hpp"
#include "moving/moving.hpp"
#include "need_to_know/need_to_know.hpp"

namespace moving::pages {

// What went and how it stands, and the form that prepares another. Where no e-mail is sent it says so first.
design::Page overview(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::vector<Told> const& packs,
    bool sends_mail,
    design::FormGuard const& guard,
    Answers const& answers
);

// What would go, line by line, with the button that sends it, or why nothing can be sent here. What was said
// in confidence is counted and not shown to whom it is not open.
design::Page preview(
    need_to_know::Seen const& child,
    Told const& told,
    std::vector<Offered> const& lines,
    bool sends_mail,
    design::FormGuard const& guard,
    Answers const& answers
);

// Asks why a pack is discarded, and says what becomes of it.
design::Page discarding(
    need_to_know::Seen const& child, Pack const& pack, design::FormGuard const& guard, Answers const& answers
);

// A pack that never went: to whom it was to go, and why it was discarded.
design::Page discarded_pack(need_to_know::Seen const& child, Told const& told, FormErrors const& errors);

// What went, as it was frozen, what became of it, and the ways on.
design::Page sent_pack(
    need_to_know::Seen const& child,
    Told const& told,
    Document const& document,
    design::FormGuard const& guard,
    FormErrors const& errors
);

// The code, shown this once.
design::Page code_to_tell(need_to_know::Seen const& child, Pack const& pack, std::string const& code);

}  // namespace moving::pages
