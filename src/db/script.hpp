#pragma once

#include <string>

#include "db/connection.hpp"

namespace db {

// Runs several statements as they stand. For migrations and the tests' own databases alone: text from
// elsewhere has no business here.
void run_script(Connection& connection, std::string const& text);

}  // namespace db
