#pragma once

#include "visits/route.hpp"

namespace today {

Routes routes();

}  // namespace today
