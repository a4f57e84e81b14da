#pragma once

#include "visits/route.hpp"

namespace measures {

// The pages on which a class teacher enters the measures of a class.
Routes taking_routes();

}  // namespace measures
