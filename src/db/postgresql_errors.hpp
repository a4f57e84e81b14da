#pragma once

#include <libpq-fe.h>

#include <string_view>

namespace db {

// Throws Busy, Refused, Full or Broken for a result that failed; `doing` goes to the log.
[[noreturn]] void throw_postgresql_error(PGconn* handle, PGresult const* result, std::string_view doing);

inline bool went_well(PGresult const* result) {
    auto const status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

inline void check_postgresql(PGconn* handle, PGresult const* result, std::string_view doing) {
    if (!went_well(result)) throw_postgresql_error(handle, result, doing);
}

}  // namespace db
