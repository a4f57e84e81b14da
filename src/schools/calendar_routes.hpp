#pragma once

#include "visits/route.hpp"

namespace schools {

// Terms and closures.
Routes calendar_routes();

}  // namespace schools
