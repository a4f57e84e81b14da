#pragma once

#include "visits/route.hpp"

namespace strategies {

Routes routes();

}  // namespace strategies
