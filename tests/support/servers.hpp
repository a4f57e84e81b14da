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

// A session costs more to make than most tests take: it reads tables and triggers anew. So a test leaves its
// own to the next on the same database. Null where there is none.
std::unique_ptr<db::Connection> kept_session(std::string const& url, db::Mode mode);
void keep_session(std::string const& url, db::Mode mode, std::unique_ptr<db::Connection> connection);

}  // namespace support::postgresql
