#pragma once

#include "visits/route.hpp"

namespace county {

visits::Routes routes();

}  // namespace county
