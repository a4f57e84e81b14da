#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The SENCo says what the school measures, and class teachers enter the measures of last term and of this
// one: most classes whole, one without two pupils, and two not yet.
void enter_measures(Telling& telling, Chance chance);

}  // namespace demonstration
