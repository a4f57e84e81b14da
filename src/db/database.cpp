#include "db/database.hpp"

#include <algorithm>

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

Vault& Connection::vault() const {
    if (!opening_.vault)
        throw Broken("nothing seals here: the database was opened without its children's keys");
    return *opening_.vault;
}

std::string OpeningOfWords::opened(std::string_view text) const {
    if (!vault) throw Broken("what was sealed is read without the children's keys");
    auto const first_end = text.find(sealed_end);
    if (is_sealed(text) && first_end + 1 == text.size()) return vault->open(text, school, permit);
    std::string words;
    while (!text.empty()) {
        auto const before = std::min(text.find(sealed_mark), text.size());
        words += text.substr(0, before);
        text.remove_prefix(before);
        if (text.empty()) break;
        auto const end = std::min(text.find(sealed_end), text.size() - 1) + 1;
        words += vault->open(text.substr(0, end), school, permit);
        text.remove_prefix(end);
    }
    return words;
}

[[noreturn]] void throw_unreadable(int column, std::string_view expected) {
    throw Broken("column " + std::to_string(column) + " does not hold " + std::string(expected));
}

}  // namespace db
