#include "db/database.hpp"

#include "db/postgresql_database.hpp"
#include "db/script.hpp"
#include "db/sqlite_database.hpp"

namespace db {

std::unique_ptr<Database> Database::open(std::string const& url) {
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite)) return std::make_unique<SqliteDatabase>(url.substr(sqlite.size()));
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return std::make_unique<PostgresqlDatabase>(url);
    throw Broken(
        "the database's address starts neither with sqlite: nor with postgresql://. "
        "Write it like sqlite:/var/lib/withy/withy.db"
    );
}

void run_script(Connection& connection, std::string const& text) { connection.execute_script(text); }

[[noreturn]] void throw_unreadable(int column, std::string_view expected) {
    throw Broken("column " + std::to_string(column) + " does not hold " + std::string(expected));
}

}  // namespace db
