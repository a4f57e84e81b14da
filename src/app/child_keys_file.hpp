#pragma once

#include "app/configuration.hpp"
#include "db/database.hpp"

namespace app {

// From here on words about children are sealed and read with the children's keys. Their file is made where
// the database knows of none; from then on it knows which one is its own. Throws, in words for whoever runs
// Withy, where that file is missing or another lies in its place: every word would read as erased. Whoever
// only looks into the log needs none.
void open_child_keys(Configuration const& configuration, db::Database& database);

}  // namespace app
