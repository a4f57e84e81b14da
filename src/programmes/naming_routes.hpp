#pragma once

#include "visits/route.hpp"

namespace programmes {

Routes naming_routes();

}  // namespace programmes
