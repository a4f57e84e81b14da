#pragma once

#include "visits/route.hpp"

namespace overviews {

// Pages on which scores of several children stand beside one another.
Routes routes();

}  // namespace overviews
