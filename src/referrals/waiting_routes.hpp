#pragma once

#include "visits/route.hpp"

namespace referrals {

Routes waiting_routes();

}  // namespace referrals
