#pragma once

#include "visits/route.hpp"

namespace programmes {

// Targets, measures and the end of a child's place.
Routes place_routes();

}  // namespace programmes
