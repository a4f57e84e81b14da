#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The case that has no programme: begins so long ago that it stands where it was planned to stand.
void tell_case_up_to(
    Telling& telling, SharedStory const& story, PlannedCase const& planned, std::size_t number
);

// The SENCo moves a child up the waiting list, and says why.
void enter_the_order(Telling& telling);

}  // namespace demonstration
