#pragma once

#include "visits/route.hpp"

namespace sign_in {

// Signing in and out, devices, passwords, invitations and the first run.
Routes routes();

}  // namespace sign_in
