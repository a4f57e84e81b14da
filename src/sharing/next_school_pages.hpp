#pragma once

#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "sharing/next_school.hpp"

namespace sharing::pages {

struct Going {
    OwnWords own{};
    bool may_go = false;
};

// What of the child's own words goes to the next school, by their latest word, and what they said before.
design::Page next_school(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::vector<NextSchoolWord> const& words,
    std::vector<Going> const& going,
    bool may_ask
);

// What the child is asked, on an adult's device and without their name; the adult's part comes last.
design::Page next_school_asking(
    CaseId const& the_case, PupilId const& pupil, design::FormGuard const& guard, Answers const& answers
);

}  // namespace sharing::pages
