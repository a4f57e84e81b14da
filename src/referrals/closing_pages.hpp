#pragma once

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace referrals::pages {

// "/cases/…/closing"
std::string closing_path(CaseId const& the_case);

// Ends a case before its way is gone to the end. `sentence` says where it stands.
design::Page closing(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::string const& sentence,
    Answers const& answers
);

}  // namespace referrals::pages
