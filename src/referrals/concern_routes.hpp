#pragma once

#include "visits/route.hpp"

namespace referrals {

Routes concern_routes();

}  // namespace referrals
