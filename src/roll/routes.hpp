#pragma once

#include "visits/route.hpp"

namespace roll {

// /pupils/…/roll and /school/ethnicity.
Routes routes();

}  // namespace roll
