#pragma once

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The SENCo writes some session plans, which others begin with.
void write_session_plans(Telling& telling);

}  // namespace demonstration
