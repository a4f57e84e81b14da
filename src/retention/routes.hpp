#pragma once

#include "visits/route.hpp"

namespace retention {

Routes routes();

}  // namespace retention
