#pragma once

#include "visits/route.hpp"

namespace story {

Routes routes();

}  // namespace story
