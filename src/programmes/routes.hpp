#pragma once

#include "visits/route.hpp"

namespace programmes {

Routes routes();

}  // namespace programmes
