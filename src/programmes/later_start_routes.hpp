#pragma once

#include "visits/route.hpp"

namespace programmes {

Routes later_start_routes();

}  // namespace programmes
