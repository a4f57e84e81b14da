#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// In which week a case began that is long over: a year and some weeks ago, so that its record is due for
// erasure after whatever holidays lay between.
inline constexpr int week_of_what_is_long_over = -64;

// The case that has no programme: begins so long ago that it stands where it was planned to stand.
void tell_case_up_to(
    Telling& telling, SharedStory const& story, PlannedCase const& planned, std::size_t number
);

// The SENCo moves a child up the waiting list, and says why.
void enter_the_order(Telling& telling);

}  // namespace demonstration
