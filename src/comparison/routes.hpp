#pragma once

#include "visits/route.hpp"

namespace comparison {

visits::Routes routes();

}  // namespace comparison
