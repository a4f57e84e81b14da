#pragma once

#include <vector>

#include "assessments/own_norms.hpp"
#include "db/connection.hpp"

namespace assessments::store {

// Every rating on entry by this version of the instrument, of every child, the earliest first.
std::vector<RatedOnEntry> rated_on_entry(db::Connection& db, SchoolId school, InstrumentId const& instrument);

}  // namespace assessments::store
