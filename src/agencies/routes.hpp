#pragma once

#include "visits/route.hpp"

namespace agencies {

Routes routes();

}  // namespace agencies
