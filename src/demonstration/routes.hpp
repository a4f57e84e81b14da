#pragma once

#include "visits/route.hpp"

namespace demonstration {

Routes routes();

}  // namespace demonstration
