#pragma once

#include "visits/route.hpp"

namespace schools {

// The register of policy versions (Y1).
Routes policy_routes();

}  // namespace schools
