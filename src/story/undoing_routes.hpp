#pragma once

#include "visits/route.hpp"

namespace story {

// Undoing a step, or the closing of a case.
Routes undoing_routes();

}  // namespace story
