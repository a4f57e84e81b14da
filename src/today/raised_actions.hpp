#pragma once

#include <vector>

#include "today/today.hpp"
#include "visits/visit.hpp"

namespace today {

// The concerns that the visitor wrote in the last two years, the latest first, but for those about their own
// children. Notes for the log of reads whom they name, in one entry.
std::vector<Raised> raised_lately(Visit const& visit);

}  // namespace today
