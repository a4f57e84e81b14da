#pragma once

#include <vector>

#include "change/weekly.hpp"
#include "db/connection.hpp"

namespace change::store {

// The children whom this person teaches today, of open cases, who wait for a place or have one, and of whom
// no parent has said no; with their weekly ratings in the class teacher's view.
std::vector<Rateable> rateable(db::Connection& db, SchoolId school, StaffId const& teacher, Date today);

}  // namespace change::store
