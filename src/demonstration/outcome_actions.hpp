#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The headteacher makes the figures of the last school year that is over.
void make_outcomes(Telling& telling);

}  // namespace demonstration
