#pragma once

#include "visits/route.hpp"

namespace sign_in {

// The devices of the person who is signed in, and their password.
Routes device_routes();

}  // namespace sign_in
