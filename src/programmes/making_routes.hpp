#pragma once

#include "visits/route.hpp"

namespace programmes {

// Making a programme.
Routes making_routes();

}  // namespace programmes
