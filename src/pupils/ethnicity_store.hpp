#pragma once

#include "db/connection.hpp"
#include "visits/who.hpp"

namespace pupils::ethnicity_store {

// Whether the school decided to keep its pupils' ethnicity; no school does until somebody says so.
bool is_kept(db::Connection& db, SchoolId school);

// From now on it is kept.
void keep(db::Connection& db, SchoolId school);

// From now on it is not kept, and nothing of it stands any more: of no pupil, and of no record of before two
// became one. Of how many pupils it stood.
std::int64_t erase(db::Connection& db, SchoolId school);

}  // namespace pupils::ethnicity_store
