#pragma once

#include "visits/route.hpp"

namespace staff {

// What was done to accounts, before the SENCo and the headteacher until they know of it.
Routes account_act_routes();

}  // namespace staff
