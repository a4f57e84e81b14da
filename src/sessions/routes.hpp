#pragma once

#include "visits/route.hpp"

namespace sessions {

Routes routes();

}  // namespace sessions
