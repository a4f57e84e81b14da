#pragma once

#include "visits/route.hpp"

namespace insight {

visits::Routes routes();

}  // namespace insight
