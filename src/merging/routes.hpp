#pragma once

#include "visits/route.hpp"

namespace merging {

// Two records of one child: looked at beside each other, merged, and taken back.
Routes routes();

}  // namespace merging
