#pragma once

#include "visits/route.hpp"

namespace readings {

Routes routes();

}  // namespace readings
