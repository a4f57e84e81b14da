#pragma once

#include <map>
#include <string>

namespace support {

// What each table of an SQLite database holds, as one text that changes with any row of it.
std::map<std::string, std::string> contents_of(std::string const& database_path);

}  // namespace support
