#pragma once

#include "visits/route.hpp"

namespace safeguarding {

Routes routes();

}  // namespace safeguarding
