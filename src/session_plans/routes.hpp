#pragma once

#include "visits/route.hpp"

namespace session_plans {

// The library, for who plans sessions.
Routes routes();

}  // namespace session_plans
