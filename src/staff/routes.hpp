#pragma once

#include "visits/route.hpp"

namespace staff {

// Everything under /school/people.
Routes routes();

}  // namespace staff
