#pragma once

#include "visits/route.hpp"

namespace app {

// What belongs to no room: whether the server is ready, and the pages that anyone may read about Withy
// itself.
Routes public_routes();

}  // namespace app
