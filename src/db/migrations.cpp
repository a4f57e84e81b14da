#include "db/migrations.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "db/migration_text.hpp"
#include "db/planner_statistics.hpp"
#include "db/row_level_security.hpp"
#include "db/script.hpp"

namespace embedded {
std::span<File const> migrations();
}

namespace db {
namespace {

struct Applied {
    int number = 0;
    std::string name;
    std::string checksum;

    auto columns() { return std::tie(number, name, checksum); }
};

std::vector<Migration> read_embedded() {
    std::vector<Migration> all;
    for (auto const& file : embedded::migrations()) {
        auto const name = file.name.substr(0, file.name.rfind(".sql"));
        all.push_back({.number = std::stoi(std::string(name)), .name = name, .text = file.bytes});
    }
    std::ranges::sort(all, {}, &Migration::number);
    return all;
}

bool has_migration_table(Connection& connection) {
    if (connection.engine() == Engine::sqlite)
        return connection.the<bool>("SELECT count(*) FROM sqlite_master WHERE name = 'migration'");
    return connection.the<bool>("SELECT to_regclass('migration') IS NOT NULL");
}

std::vector<Applied> applied_to(Connection& connection) {
    if (!has_migration_table(connection)) return {};
    return connection.all<Applied>("SELECT number, name, checksum FROM migration ORDER BY number");
}

void check_known(Applied const& applied, std::span<Migration const> known) {
    auto const migration = std::ranges::find(known, applied.number, &Migration::number);
    if (migration == known.end())
        throw Broken(
            "the database has the migration " + applied.name +
            ", which this version of Withy does not know. Run the newer version"
        );
    if (checksum_of(migration->text) != applied.checksum)
        throw Broken(
            "the migration " + applied.name +
            " was changed after it ran on this database. Run the version of Withy that the database belongs "
            "to"
        );
}

std::vector<Migration> missing_from(Connection& connection, std::span<Migration const> known) {
    auto const applied = applied_to(connection);
    for (auto const& one : applied) check_known(one, known);

    std::vector<Migration> missing;
    for (auto const& migration : known)
        if (std::ranges::find(applied, migration.number, &Applied::number) == applied.end())
            missing.push_back(migration);
    return missing;
}

void make_migration_table(Connection& connection) {
    constexpr Sql sql = R"(
        CREATE TABLE IF NOT EXISTS migration (
            number      INTEGER  NOT NULL PRIMARY KEY,
            name        TEXT     NOT NULL,
            checksum    TEXT     NOT NULL,
            applied_at  BIGINT   NOT NULL
        ))";

    if (!has_migration_table(connection)) connection.run(sql);
}

// Before the first SELECT, so that what another process has just migrated is seen.
void keep_others_from_migrating(Connection& connection) {
    if (connection.engine() == Engine::postgresql)
        run_script(connection, "LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE");
}

void apply(Connection& connection, Migration const& migration) {
    constexpr Sql sql = R"(
        INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4))";

    try {
        lift_school_protection(connection);
        run_script(connection, text_for(connection.engine(), migration.text));
        protect_schools(connection);
        state_statistics(connection);
    } catch (Busy const&) {
        throw;
    } catch (Full const&) {
        throw;
    } catch (std::runtime_error const& error) {
        throw Broken("the migration " + std::string(migration.name) + " failed: " + error.what());
    }
    connection.run(sql, migration.number, migration.name, checksum_of(migration.text), clock_reading());
}

bool apply_next(
    Connection& connection,
    std::span<Migration const> known,
    std::function<void(std::string_view)> const& tell
) {
    Transaction transaction(connection, Mode::write);
    keep_others_from_migrating(connection);
    auto const missing = missing_from(connection, known);
    if (missing.empty()) return false;
    if (tell) tell(missing.front().name);
    apply(connection, missing.front());
    transaction.commit();
    return true;
}

}  // namespace

std::span<Migration const> migrations() {
    static auto const all = read_embedded();
    return all;
}

std::vector<std::string> missing_migrations(Database& database, std::span<Migration const> known) {
    auto const connection = database.connect(Mode::read);
    Transaction const transaction(*connection, Mode::read);
    std::vector<std::string> names;
    for (auto const& migration : missing_from(*connection, known)) names.emplace_back(migration.name);
    return names;
}

void migrate_within(Connection& connection) {
    make_migration_table(connection);
    for (auto const& migration : migrations()) apply(connection, migration);
}

void migrate(
    Database& database, std::span<Migration const> known, std::function<void(std::string_view)> const& tell
) {
    auto const connection = database.connect(Mode::write);
    {
        Transaction transaction(*connection, Mode::write);
        make_migration_table(*connection);
        transaction.commit();
    }
    while (apply_next(*connection, known, tell)) {
    }
}

}  // namespace db
