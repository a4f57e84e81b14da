#pragma once

#include "visits/route.hpp"

namespace programmes {

Routes change_routes();

}  // namespace programmes
