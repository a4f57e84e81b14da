#pragma once

#include <optional>
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

// What the child is asked, on an adult's device and without their name. It stands alone, as the page does
// that asks who may know here; the adult's part and the way back come last.
struct NextSchoolAsking {
    CaseId the_case;
    PupilId pupil;
    std::optional<NextSchoolWord> last;  // shown, and never chosen again for the child
};
design::Page next_school_asking(
    NextSchoolAsking const& asking, design::FormGuard const& guard, Answers const& answers
);

}  // namespace sharing::pages
