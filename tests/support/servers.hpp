#pragma once

#include <memory>
#include <string>

#include "db/database.hpp"

// Where the tests' databases come from. Each function gives or takes the address of one database.
namespace support::sqlite {

std::string new_database();
std::string new_migrated_database();
void drop(std::string const& url);

}  // namespace support::sqlite

namespace support::postgresql {

std::string new_database();
std::string new_migrated_database();
void drop(std::string const& url);

// A session costs more to make than most tests take: it reads tables and triggers anew, and plans each
// statement. So the connections to a migrated database leave theirs to the next test on it.
std::unique_ptr<db::Database> open(std::string const& url);

}  // namespace support::postgresql
