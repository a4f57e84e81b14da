#pragma once

#include "db/connection.hpp"

namespace db {

// Tells SQLite's planner what PostgreSQL learns by itself: a school has many rows, and every further column
// of an index narrows them down. Without it SQLite reads all rows of the school along the primary key
// (school_id, id) where a second index would find the few. Does nothing on PostgreSQL.
void state_statistics(Connection& connection);

// Lets PostgreSQL's planner look at tables that have just grown. By itself it learns within a minute or so,
// but nothing of what one transaction writes before that ends; until then it reads the whole school where an
// index would find the few. Does nothing on SQLite.
void learn_statistics(Connection& connection);

}  // namespace db
