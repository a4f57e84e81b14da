#pragma once

#include "visits/route.hpp"

namespace history {

// A case as it stood on a day.
Routes routes();

}  // namespace history
