#pragma once

#include "visits/route.hpp"

namespace referrals {

Routes routes();

}  // namespace referrals
