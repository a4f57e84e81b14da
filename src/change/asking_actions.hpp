#pragma once

#include <vector>

#include "change/weekly.hpp"
#include "visits/visit.hpp"

namespace change::actions {

// The ratings that the visitor, as a class teacher, is asked for this week; none where today is no day of a
// term. A week without one stays without.
std::vector<ToRate> to_rate_this_week(Visit& visit);

}  // namespace change::actions
