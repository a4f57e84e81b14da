#pragma once

#include "visits/route.hpp"

namespace staff {

// A person's roles, training and leaving.
Routes role_routes();

}  // namespace staff
