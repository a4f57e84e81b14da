#pragma once

#include "today/today.hpp"
#include "visits/visit.hpp"

namespace today {

// The visitor's day, put together from every role they hold, in a number of queries that does not grow with
// the rows.
Day gather(Visit& visit);

// Notes for the log of reads of whom this day tells: one entry for all of them.
void note_read(Visit const& visit, Day const& day);

// Where the visitor stands who holds no role today.
WithoutRole without_role(Visit& visit);

}  // namespace today
