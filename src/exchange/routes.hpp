#pragma once

#include "visits/route.hpp"

namespace exchange {

// /school/imports and its steps.
Routes routes();

}  // namespace exchange
