#pragma once

#include "change/weeks.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace change::pages {

struct WeeksView {
    need_to_know::Seen child;
    CaseId the_case;
    WeeksOfCase weeks;
};

// Weekly ratings over time, the time before the programme marked, and the targets' ratings session by
// session.
design::Page weeks(WeeksView const& view);

}  // namespace change::pages
