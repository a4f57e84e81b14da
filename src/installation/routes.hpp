#pragma once

#include "visits/route.hpp"

namespace installation {

// "Is this installation safe", for whoever runs the school.
Routes routes();

}  // namespace installation
