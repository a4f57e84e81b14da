#pragma once

#include "visits/route.hpp"

namespace contacts {

// The adults in a child's life, whether they work here, and changed addresses of theirs.
Routes routes();

}  // namespace contacts
