#include "db/schema.hpp"

#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <set>

#include "db/migrations.hpp"
#include "db/script.hpp"

namespace db {
namespace {

struct SchemaPart {
    std::string name;
    std::string definition;
    auto columns() { return std::tie(name, definition); }
};
using Parts = std::map<std::string, std::string>;

constexpr Sql sqlite_parts = R"(
    SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\')";

// A trigger that was switched off still stands, so how it is switched is part of it.
constexpr Sql postgresql_parts = R"(
    WITH relation AS (
        SELECT oid, relname, relkind, relrowsecurity, relforcerowsecurity
          FROM pg_class WHERE relnamespace = current_schema()::regnamespace
    ), part AS (
        SELECT 'trigger ' || relname || '.' || tgname AS name, concat(pg_get_triggerdef(t.oid), ' ', tgenabled) AS definition
          FROM pg_trigger t JOIN relation r ON r.oid = tgrelid WHERE NOT tgisinternal
         UNION ALL
        SELECT 'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')', pg_get_functiondef(oid)
          FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
         UNION ALL
        SELECT 'constraint ' || relname || '.' || conname, pg_get_constraintdef(c.oid) || ' ' || convalidated
          FROM pg_constraint c JOIN relation r ON r.oid = conrelid
         UNION ALL
        SELECT 'policy ' || relname || '.' || polname,
               concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid), polpermissive, polcmd, polroles)
          FROM pg_policy p JOIN relation r ON r.oid = polrelid
         UNION ALL
        SELECT CASE relkind WHEN 'r' THEN 'table ' WHEN 'v' THEN 'view ' WHEN 'i' THEN 'index ' ELSE 'relation ' END
                   || relname,
               concat(relkind, ' ', relrowsecurity, relforcerowsecurity,
                      CASE relkind WHEN 'v' THEN pg_get_viewdef(oid) WHEN 'i' THEN pg_get_indexdef(oid) ELSE '' END)
          FROM relation
         UNION ALL
        SELECT 'column ' || relname || '.' || attname, concat(format_type(atttypid, atttypmod), ' ', attnotnull)
          FROM pg_attribute JOIN relation r ON r.oid = attrelid
         WHERE attnum > 0 AND NOT attisdropped AND relkind = 'r'
    )
    SELECT name, replace(definition, current_schema() || '.', '') FROM part)";

Parts parts_of(Connection& connection) {
    Parts parts;
    auto const rows = connection.engine() == Engine::sqlite ? connection.all<SchemaPart>(sqlite_parts)
                                                            : connection.all<SchemaPart>(postgresql_parts);
    for (auto const& part : rows) parts.emplace(part.name, part.definition);
    return parts;
}

class FolderForAMoment {
public:
    FolderForAMoment() {
        static std::atomic<int> number = 0;
        auto const name = "withy_schema_" + std::to_string(getpid()) + "_" + std::to_string(number++);
        path = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directory(path);
    }
    ~FolderForAMoment() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    FolderForAMoment(FolderForAMoment const&) = delete;
    FolderForAMoment& operator=(FolderForAMoment const&) = delete;

    std::filesystem::path path;
};

Parts right_in_a_file() {
    FolderForAMoment const folder;
    auto const right = Database::open("sqlite:" + (folder.path / "right.db").string());
    auto const connection = right->connect(Mode::write);
    Transaction const transaction(*connection, Mode::write);
    migrate_within(*connection);
    return parts_of(*connection);
}

Parts right_beside(Database& database) {
    auto const connection = database.connect(Mode::write);
    Transaction const transaction(*connection, Mode::write);
    run_script(
        *connection, "CREATE SCHEMA withy_as_it_should_be; SET LOCAL search_path = withy_as_it_should_be"
    );
    migrate_within(*connection);
    return parts_of(*connection);
}

}  // namespace

std::vector<std::string> altered_schema(Database& database) {
    auto const right = database.engine() == Engine::sqlite ? right_in_a_file() : right_beside(database);
    auto const connection = database.connect(Mode::read);
    Transaction const transaction(*connection, Mode::read);
    auto const stands = parts_of(*connection);

    std::set<std::string> altered;
    for (auto const& [name, definition] : right) {
        auto const found = stands.find(name);
        if (found == stands.end() || found->second != definition) altered.insert(name);
    }
    for (auto const& [name, definition] : stands)
        if (!right.contains(name)) altered.insert(name);
    return {altered.begin(), altered.end()};
}

std::vector<std::string> tables_without_school_protection(Connection& connection) {
    constexpr Sql sql = R"(
        SELECT relname
          FROM pg_class
          JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
          JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
         WHERE relnamespace = current_schema()::regnamespace
           AND relkind IN ('r', 'p')
           AND attname = 'school_id'
           AND NOT (relrowsecurity AND relforcerowsecurity)
         ORDER BY relname)";
    if (connection.engine() == Engine::sqlite) return {};
    return connection.all<std::string>(sql);
}

}  // namespace db
