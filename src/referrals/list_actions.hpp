#pragma once

#include <vector>

#include "referrals/list.hpp"
#include "visits/visit.hpp"

namespace referrals {

// Every open case from first concern to start, the oldest first, after a fixed number of queries. Who does
// not know the child sees the headline and can't open it.
std::vector<ListLine> referral_list(Visit const& visit);

}  // namespace referrals
