#pragma once

#include "records/records.hpp"
#include "visits/visit.hpp"

namespace records {

// Puts the change at the end of the school's log, in the transaction that makes the change: who, when, from,
// to, why.
void write(Visit& visit, Change const& change);

}  // namespace records
