#include "db/sqlite_database.hpp"

#include "db/sqlite_connection.hpp"

namespace db {

SqliteDatabase::SqliteDatabase(std::string path) : path_(std::move(path)) {
    if (path_.empty())
        throw Broken("the database's address names no file. Write it like sqlite:/path/withy.db");
    // The first connection for writing makes the file, which those for reading need.
    connect(Mode::write);
}

std::unique_ptr<Connection> SqliteDatabase::connect(Mode mode) {
    return std::make_unique<SqliteConnection>(path_, mode);
}

}  // namespace db
