#pragma once

#include <string>

#include "app/configuration.hpp"
#include "db/database.hpp"

namespace app {

// From here on words about children are sealed and read with the children's keys. Their file is made where
// the database knows of none; from then on it knows which one is its own. A change of the sealing
// key that was broken off is ended here, one way or the other. Throws, in words for whoever runs Withy, where
// that file is missing or another lies in its place: every word would read as erased; where its keys open
// with another key; and while the key is being changed. Whoever only looks into the log needs none.
void open_child_keys(Configuration const& configuration, db::Database& database);

// The path of that file, which is made where the database knows of none. Throws likewise.
std::string own_child_keys_file(Configuration const& configuration, db::Database& database);

}  // namespace app
