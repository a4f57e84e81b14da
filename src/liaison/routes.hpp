#pragma once

#include "visits/route.hpp"

namespace liaison {

Routes routes();

}  // namespace liaison
