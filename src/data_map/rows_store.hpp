#pragma once

#include <string>
#include <vector>

#include "data_map/data_map.hpp"
#include "db/connection.hpp"

namespace data_map {

// Every row of every table that is about this person, in the order of the map and, within a table, of its
// keys. One statement for each table, which the compiler writes from its declaration.
std::vector<Row> rows_about(db::Connection& db, SchoolId school, About about, std::string const& id);
// The same rows with sealed words as they are stored: to see whether anything has changed, without opening
// any.
std::vector<Row> rows_as_stored(db::Connection& db, SchoolId school, About about, std::string const& id);

}  // namespace data_map
