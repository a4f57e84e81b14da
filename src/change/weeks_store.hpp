#pragma once

#include "change/weeks.hpp"
#include "db/connection.hpp"

namespace change::store {

// Of every place of the case but those whose allocation was undone; with an end once none is open.
Support support_of(db::Connection& db, SchoolId school, CaseId const& the_case);

// The days on which sessions were held for the case's places, from the first on.
std::vector<Date> sessions_held(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace change::store
