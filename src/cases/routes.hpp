#pragma once

#include "visits/route.hpp"

namespace cases {

Routes routes();

}  // namespace cases
