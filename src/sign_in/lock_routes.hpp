#pragma once

#include "visits/route.hpp"

namespace sign_in {

// Leaving a shared computer for a while, and coming back to it.
Routes lock_routes();

// The answer of every other route while the sign-in is locked: to go on first. What was sent is kept.
http::Response locked_first(Visit& visit, http::Request const& request);

}  // namespace sign_in
