#pragma once

#include "visits/route.hpp"

namespace sharing {

// Who may know about a child: what the child agrees, how objections are answered, and with whom the SENCo
// shares.
Routes routes();

// What a child who moves school lets the next school know of their own words.
Routes next_school_routes();

}  // namespace sharing
