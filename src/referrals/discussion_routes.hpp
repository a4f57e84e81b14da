#pragma once

#include "visits/route.hpp"

namespace referrals {

Routes discussion_routes();

}  // namespace referrals
