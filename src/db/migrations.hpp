#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"

namespace db {

// One numbered step of the schema, as it stands in migrations/ and inside the binary.
// Its text serves both engines. Where they differ, a line `-- only sqlite` or `-- only postgresql` opens a
// part for that engine alone and `-- both` closes it. `WITHOUT ROWID` after a table's closing bracket is left
// out on PostgreSQL; `BYTES` as a column type stands for BLOB or BYTEA.
struct Migration {
    int number;
    std::string_view name;  // "0001_ground"
    std::string_view text;
};

// All that this binary holds, in order (generated from migrations/ at build time).
std::span<Migration const> migrations();

// The names of those that the database still lacks. Throws Broken where one that it has was changed
// afterwards (checksums differ) or is unknown to this binary, which is then older than the data.
std::vector<std::string> missing_migrations(
    Database& database, std::span<Migration const> known = migrations()
);

// Brings the database up to date, each migration in a transaction of its own. On PostgreSQL every table whose
// primary key begins with school_id gets row-level security: rows of the entered school alone, also for the
// owner. Only while a migration runs does it see the rows of every school. `tell` hears the name of each
// before it runs.
void migrate(
    Database& database,
    std::span<Migration const> known = migrations(),
    std::function<void(std::string_view)> const& tell = {}
);

// Makes everything in an empty schema, within the open transaction.
void migrate_within(Connection& connection);

// Writes a consistent copy of a SQLite database while others go on using it. A file that was there is
// replaced only once the copy is whole.
void back_up_sqlite(Database& database, std::string const& to_path);

}  // namespace db
