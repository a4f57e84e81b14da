#pragma once

#include "visits/route.hpp"

namespace sessions {

// That a session was held, or was not, and taking that back.
Routes recording_routes();

}  // namespace sessions
