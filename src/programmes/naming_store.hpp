#pragma once

#include <string>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"

namespace programmes::store {

// False where another change came first.
bool rename(db::Connection& db, SchoolId school, Programme const& before, std::string const& name);

}  // namespace programmes::store
