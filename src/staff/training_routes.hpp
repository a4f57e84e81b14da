#pragma once

#include "visits/route.hpp"

namespace staff {

Routes training_routes();

}  // namespace staff
