#pragma once

#include "visits/route.hpp"

namespace staff {

// A person's roles and leaving, but for the endings, of which the person is told (routes.hpp).
Routes role_routes();

}  // namespace staff
