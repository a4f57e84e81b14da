#pragma once

#include "today/today.hpp"
#include "visits/visit.hpp"

namespace today {

// The visitor's day, put together from every role they hold, in a number of queries that does not grow with
// the rows. Notes for the log of reads of whom it tells: one entry for all of them.
Day gather(Visit& visit);

// Where the visitor stands who holds no role today.
WithoutRole without_role(Visit& visit);

}  // namespace today
