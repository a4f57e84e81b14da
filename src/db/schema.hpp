#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"

namespace db {

// What stands in the database otherwise than the migrations of this binary make it: a gate that somebody took
// out or changed past Withy, a table or column that was added. Each as words such as "trigger
// session.delivery_stands". Makes the right schema beside it, in a transaction that is rolled back, so it
// takes a second and needs a database that is up to date.
std::vector<std::string> altered_schema(Database& database);

// On PostgreSQL the tables with a school's rows that show every school's rows to their owner.
std::vector<std::string> tables_without_school_protection(Connection& connection);

}  // namespace db
