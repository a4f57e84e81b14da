#pragma once

#include "visits/route.hpp"

namespace moving {

// What the SENCo prepares, discards, sends and takes back.
Routes routes();

// What the next school opens by the link.
Routes receiving_routes();

}  // namespace moving
