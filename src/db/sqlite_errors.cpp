#include "db/sqlite_errors.hpp"

#include <algorithm>
#include <cerrno>

#include "db/disk_failed.hpp"

namespace db {
namespace {

bool is_a_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

std::string after(std::string_view message, std::string_view opening) {
    return std::string(message.starts_with(opening) ? message.substr(opening.size()) : "");
}

// SQLite names the columns, "place.school_id, place.pupil_id"; the gate is the index over them.
std::string unique_index_over(sqlite3* handle, std::string const& columns) {
    constexpr auto sql = R"(
        SELECT min(name), count(*)
          FROM (SELECT list.name AS name,
                       (SELECT group_concat($1 || '.' || column_name, ', ')
                          FROM (SELECT info.name AS column_name
                                  FROM pragma_index_info(list.name) AS info ORDER BY info.seqno)) AS columns
                  FROM pragma_index_list($1) AS list
                 WHERE list."unique" AND list.origin = 'c')
         WHERE columns = $2)";

    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK) return {};
    auto const table = columns.substr(0, columns.find('.'));
    sqlite3_bind_text(statement, 1, table.data(), static_cast<int>(table.size()), SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, columns.data(), static_cast<int>(columns.size()), SQLITE_STATIC);
    std::string name;
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 1) == 1)
        name = reinterpret_cast<char const*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return name;
}

std::string gate_of(sqlite3* handle, int code, std::string const& message) {
    if (code == SQLITE_CONSTRAINT_TRIGGER) return message;
    if (code == SQLITE_CONSTRAINT_CHECK) {
        auto const name = after(message, "CHECK constraint failed: ");
        return is_a_name(name) ? name : std::string{};
    }
    auto const unique = after(message, "UNIQUE constraint failed: ");
    if (unique.starts_with("index '")) return unique.substr(7, unique.size() - 8);
    return unique.empty() ? std::string{} : unique_index_over(handle, unique);
}

bool is_for_want_of_room(int cause) { return cause == ENOSPC || cause == EDQUOT || cause == EFBIG; }

// Where SQLite writes through shared memory or a journal, a full disk shows as an I/O error. What fails in a
// commit it keeps no cause of; the system's last one is that of the write.
bool is_for_want_of_room(sqlite3* handle, int code, int last_cause) {
    return is_for_want_of_room(sqlite3_system_errno(handle)) ||
           (code == SQLITE_IOERR_WRITE && is_for_want_of_room(last_cause));
}

}  // namespace

[[noreturn]] void throw_sqlite_error(sqlite3* handle, std::string_view doing) {
    auto const last_cause = errno;
    auto const code = sqlite3_extended_errcode(handle);
    std::string const message = sqlite3_errmsg(handle);
    auto const cause = message + " (SQLite " + std::to_string(code) + ") at: " + std::string(doing);

    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw Busy(cause);
        case SQLITE_CONSTRAINT: throw Refused(gate_of(handle, code, message), cause);
        case SQLITE_FULL: throw Full(cause);
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
            if (is_for_want_of_room(handle, code, last_cause)) throw Full(cause);
            if (code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) throw DiskFailed(cause);
            throw Broken(cause);
        default: throw Broken(cause);
    }
}

}  // namespace db
