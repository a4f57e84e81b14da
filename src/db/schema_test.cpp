#include "db/schema.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "db/script.hpp"
#include "support/test_database.hpp"

namespace db {
namespace {

bool names(std::vector<std::string> const& altered, std::string const& part) {
    return std::ranges::find(altered, part) != altered.end();
}

void run(Database& database, std::string const& script) {
    auto const connection = database.connect(Mode::write);
    Transaction transaction(*connection, Mode::write);
    run_script(*connection, script);
    transaction.commit();
}

TEST(Schema, stands_as_the_migrations_make_it) {
    support::TestDatabase own;
    EXPECT_EQ(altered_schema(own.database()), std::vector<std::string>{});
    EXPECT_EQ(altered_schema(own.database()), std::vector<std::string>{}) << "and looking changes nothing";
}

TEST(Schema, a_gate_that_was_taken_out_is_named) {
    support::TestDatabase own;
    bool const on_sqlite = own.database().engine() == Engine::sqlite;
    run(own.database(),
        on_sqlite ? "DROP TRIGGER delivery_stands" : "DROP TRIGGER delivery_stands ON session");
    EXPECT_EQ(
        altered_schema(own.database()),
        std::vector<std::string>{on_sqlite ? "trigger delivery_stands" : "trigger session.delivery_stands"}
    );
}

TEST(Schema, a_gate_that_was_weakened_or_switched_off_is_named) {
    support::TestDatabase own;
    if (own.database().engine() == Engine::sqlite) {
        run(own.database(),
            "DROP TRIGGER delivery_stands; CREATE TRIGGER delivery_stands BEFORE UPDATE OF delivered_by ON "
            "session "
            "WHEN 0 BEGIN SELECT RAISE(ABORT, 'delivery_stands'); END");
        EXPECT_TRUE(names(altered_schema(own.database()), "trigger delivery_stands"));
        return;
    }
    run(own.database(), "ALTER TABLE session DISABLE TRIGGER delivery_stands");
    EXPECT_TRUE(names(altered_schema(own.database()), "trigger session.delivery_stands"));
    run(own.database(),
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
    EXPECT_TRUE(names(altered_schema(own.database()), "function refuse()"));
}

TEST(Schema, a_table_or_a_column_of_somebody_elses_is_named) {
    support::TestDatabase own;
    run(own.database(), "CREATE TABLE copy_of_children (name TEXT); ALTER TABLE room ADD COLUMN more TEXT");
    auto const altered = altered_schema(own.database());
    EXPECT_TRUE(names(altered, "table copy_of_children"));
    bool const on_sqlite = own.database().engine() == Engine::sqlite;
    EXPECT_TRUE(names(altered, on_sqlite ? "table room" : "column room.more"));
}

TEST(Schema, a_table_whose_rows_are_not_held_apart_is_named) {
    support::TestDatabase own;
    auto const connection = own.database().connect(Mode::read);
    EXPECT_EQ(tables_without_school_protection(*connection), std::vector<std::string>{});
    if (own.database().engine() == Engine::sqlite) return;
    run(own.database(), "ALTER TABLE room NO FORCE ROW LEVEL SECURITY");
    EXPECT_EQ(tables_without_school_protection(*connection), std::vector<std::string>{"room"});
    EXPECT_TRUE(names(altered_schema(own.database()), "table room"));
}

}  // namespace
}  // namespace db
