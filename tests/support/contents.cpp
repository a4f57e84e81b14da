#include "support/contents.hpp"

#include <memory>
#include <stdexcept>
#include <vector>

#include "db/sqlite_connection.hpp"

namespace support {
namespace {

// All rows, a line for each.
std::string rows_of(sqlite3* database, std::string const& statement) {
    sqlite3_stmt* prepared = nullptr;
    auto const code = sqlite3_prepare_v2(database, statement.c_str(), -1, &prepared, nullptr);
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const ended(prepared, sqlite3_finalize);
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(database) + (": " + statement));
    std::string rows;
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(prepared); ++column) {
            auto const* bytes = static_cast<char const*>(sqlite3_column_blob(prepared, column));
            auto const length = static_cast<std::size_t>(sqlite3_column_bytes(prepared, column));
            rows += (column > 0 ? "|" : "") + (bytes == nullptr ? std::string() : std::string(bytes, length));
        }
        rows += '\n';
    }
    return rows;
}

}  // namespace

std::map<std::string, std::string> contents_of(std::string const& database_path) {
    auto const database = db::open_sqlite(database_path, SQLITE_OPEN_READONLY);
    auto names = rows_of(
        database.get(), "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    );
    std::map<std::string, std::string> contents;
    for (auto end = names.find('\n'); end != std::string::npos; end = names.find('\n')) {
        auto const table = names.substr(0, end);
        contents[table] = rows_of(database.get(), "SELECT * FROM \"" + table + "\"");
        names.erase(0, end + 1);
    }
    return contents;
}

}  // namespace support
