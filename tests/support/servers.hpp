#pragma once

#include <string>

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

}  // namespace support::postgresql
