#include <cstdio>
#include <filesystem>

#include "db/migrations.hpp"
#include "db/sqlite_connection.hpp"
#include "db/sqlite_database.hpp"
#include "db/sqlite_errors.hpp"

namespace db {
namespace {

void copy_all_pages(sqlite3* from, sqlite3* to) {
    auto* const backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) throw_sqlite_error(to, "starting a backup");
    sqlite3_backup_step(backup, -1);
    check_sqlite(to, sqlite3_backup_finish(backup), "writing a backup");
}

}  // namespace

void back_up_sqlite(Database& database, std::string const& to_path) {
    auto const* source = dynamic_cast<SqliteDatabase const*>(&database);
    if (source == nullptr)
        throw Broken("only a SQLite database is backed up this way. Use pg_dump or the cluster's own backups"
        );

    auto const unfinished = to_path + ".unfinished";
    std::filesystem::remove(unfinished);
    {
        auto const from = open_sqlite(source->path(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX);
        auto const to = open_sqlite(
            unfinished,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        );
        copy_all_pages(from.get(), to.get());
    }
    std::filesystem::rename(unfinished, to_path);
}

}  // namespace db
