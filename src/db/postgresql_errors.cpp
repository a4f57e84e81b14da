#include "db/postgresql_errors.hpp"

#include <string>

#include "db/connection.hpp"

namespace db {
namespace {

// The names of the codes are PostgreSQL's own (its appendix A).
constexpr std::string_view serialization_failure = "40001";
constexpr std::string_view deadlock_detected = "40P01";
constexpr std::string_view lock_not_available = "55P03";
constexpr std::string_view disk_full = "53100";
constexpr std::string_view integrity_constraint_violation_class = "23";
// With this code our triggers raise their own name.
constexpr std::string_view refused_by_a_gate = "23W01";

std::string field(PGresult const* result, int which) {
    auto const* text = result == nullptr ? nullptr : PQresultErrorField(result, which);
    return text == nullptr ? std::string{} : text;
}

// Without the detail, which quotes what people wrote.
std::string cause_of(PGconn* handle, PGresult const* result, std::string_view state, std::string_view doing) {
    auto message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    if (message.empty()) message = PQerrorMessage(handle);
    return message + " (PostgreSQL " + std::string(state) + ") at: " + std::string(doing);
}

}  // namespace

[[noreturn]] void throw_postgresql_error(PGconn* handle, PGresult const* result, std::string_view doing) {
    auto const state = field(result, PG_DIAG_SQLSTATE);
    auto const cause = cause_of(handle, result, state, doing);

    if (state == serialization_failure || state == deadlock_detected || state == lock_not_available)
        throw Busy(cause);
    if (state == disk_full) throw Full(cause);
    if (state == refused_by_a_gate) throw Refused(field(result, PG_DIAG_MESSAGE_PRIMARY), cause);
    if (state.starts_with(integrity_constraint_violation_class))
        throw Refused(field(result, PG_DIAG_CONSTRAINT_NAME), cause);
    throw Broken(cause);
}

}  // namespace db
