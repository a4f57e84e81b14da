#pragma once

#include "visits/route.hpp"

namespace referrals {

Routes closing_routes();

}  // namespace referrals
