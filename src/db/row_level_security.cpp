#include "db/row_level_security.hpp"

#include "db/script.hpp"

namespace db {
namespace {

constexpr auto lift = R"(
    DO $$
    DECLARE
        the_table regclass;
    BEGIN
        FOR the_table IN
            SELECT oid FROM pg_class
             WHERE relnamespace = current_schema()::regnamespace AND relforcerowsecurity
        LOOP
            EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', the_table);
        END LOOP;
    END $$)";

// current_setting() gives an empty text, not NULL, once the setting had a value earlier in the session.
constexpr auto protect = R"(
    SET CONSTRAINTS ALL IMMEDIATE;
    DO $$
    DECLARE
        the_table regclass;
        mine constant text := 'school_id = nullif(current_setting(''withy.school'', true), '''')::int';
    BEGIN
        FOR the_table IN
            SELECT pg_class.oid
              FROM pg_class
              JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
              JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = indkey[0]
             WHERE relnamespace = current_schema()::regnamespace
               AND relkind IN ('r', 'p')
               AND attname = 'school_id'
               AND NOT (relrowsecurity AND relforcerowsecurity)
        LOOP
            EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', the_table);
            EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', the_table);
            EXECUTE format('DROP POLICY IF EXISTS rows_of_the_entered_school ON %s', the_table);
            EXECUTE format(
                'CREATE POLICY rows_of_the_entered_school ON %s USING (%s) WITH CHECK (%s)',
                the_table, mine, mine
            );
        END LOOP;
    END $$)";

}  // namespace

void lift_school_protection(Connection& connection) {
    if (connection.engine() == Engine::postgresql) run_script(connection, lift);
}

void protect_schools(Connection& connection) {
    if (connection.engine() == Engine::postgresql) run_script(connection, protect);
}

bool passes_school_protection(Connection& connection) {
    constexpr Sql sql = R"(
        SELECT count(*) FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls))";
    return connection.engine() == Engine::postgresql && connection.the<std::int64_t>(sql) > 0;
}

}  // namespace db
