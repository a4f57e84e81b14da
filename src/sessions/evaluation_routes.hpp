#pragma once

#include "visits/route.hpp"

namespace sessions {

// Each child's card, and the page that the child answers.
Routes evaluation_routes();

}  // namespace sessions
