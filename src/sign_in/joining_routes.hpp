#pragma once

#include "visits/route.hpp"

namespace sign_in {

// How the first administrator and everyone invited come in.
Routes joining_routes();

}  // namespace sign_in
