#pragma once

#include "visits/route.hpp"

namespace sharing {

// Who may know about a child: what the child agrees, how objections are answered, and with whom the SENCo
// shares.
Routes routes();

}  // namespace sharing
