#pragma once

#include <string>

#include "base/fields.hpp"
#include "cases/cases.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "programmes/touched.hpp"

namespace story::pages {

// "“Friendship group” runs again, with Joan Barker, for Sam Okafor alone. It stays completed for Amira Khan."
std::string whom_it_touches(need_to_know::Seen const& child, programmes::Touched const& touched);

// Asks why the step is undone, and says before whom that touches.
design::Page undoing(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    cases::StepTaken const& taken,
    std::string const& touches,
    design::FormGuard const& guard,
    Answers const& answers
);

// Asks why the closing is undone, or why a concern is taken up that was declined.
design::Page reopening(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::string const& closed,
    bool declined,
    design::FormGuard const& guard,
    Answers const& answers
);

// Says why the closing can't be undone.
design::Page not_to_be_reopened(need_to_know::Seen const& child, std::string const& why);

// Says why the step can't be undone.
design::Page not_to_be_undone(need_to_know::Seen const& child, cases::Step step, std::string const& why);

}  // namespace story::pages
