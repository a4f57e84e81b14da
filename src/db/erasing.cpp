#include "db/erasing.hpp"

#include "db/script.hpp"
#include "db/sqlite_connection.hpp"

namespace db {

Erasing::Erasing(Connection& connection, std::span<std::string_view const> tables)
    : connection_(connection), tables_(tables) {
    ask_gates(false);
}

Erasing::~Erasing() {
    try {
        ask_gates(true);
    } catch (...) {
        // The transaction has failed already, and what it did to the tables goes with it.
    }
}

void Erasing::ask_gates(bool ask) {
    if (auto* const sqlite = dynamic_cast<SqliteConnection*>(&connection_)) return sqlite->run_triggers(ask);
    std::string text;
    for (auto const table : tables_)
        text += "ALTER TABLE " + std::string(table) + (ask ? " ENABLE" : " DISABLE") + " TRIGGER USER;";
    run_script(connection_, text);
}

}  // namespace db
