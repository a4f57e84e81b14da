#pragma once

#include "visits/route.hpp"

namespace measures {

Routes routes();

}  // namespace measures
