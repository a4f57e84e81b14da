#pragma once

#include "visits/route.hpp"

namespace change {

// The pages of how a child's ratings and scores changed.
Routes routes();

}  // namespace change
