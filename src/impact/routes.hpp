#pragma once

#include "visits/route.hpp"

namespace impact {

Routes routes();

}  // namespace impact
