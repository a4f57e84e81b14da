#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace db {

// Throws Busy, Refused, Full, DiskFailed or Broken for the connection's last error; `doing` goes to the log.
[[noreturn]] void throw_sqlite_error(sqlite3* handle, std::string_view doing);

inline void check_sqlite(sqlite3* handle, int code, std::string_view doing) {
    if (code != SQLITE_OK) throw_sqlite_error(handle, doing);
}

}  // namespace db
