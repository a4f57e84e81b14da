#include <gtest/gtest.h>

#include <functional>

#include "db/script.hpp"
#include "support/test_database.hpp"

namespace {

using db::Mode;

std::int64_t count(db::Connection& connection) {
    return connection.the<std::int64_t>("SELECT count(*) FROM place");
}

void add(db::Connection& connection, std::int64_t pupil, std::int64_t weeks = 1) {
    connection.run("INSERT INTO place (pupil, weeks) VALUES ($1, $2)", pupil, weeks);
}

// A gate as the migrations make them: a place is never longer than a year.
constexpr auto gate_on_sqlite = R"(
    CREATE TRIGGER place_within_a_year BEFORE INSERT ON place WHEN NEW.weeks > 52
    BEGIN
        SELECT RAISE(ABORT, 'place_within_a_year');
    END;)";

constexpr auto gate_on_postgresql = R"(
    CREATE FUNCTION place_within_a_year() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.weeks > 52 THEN
            RAISE EXCEPTION 'place_within_a_year' USING ERRCODE = '23W01';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER place_within_a_year BEFORE INSERT ON place
        FOR EACH ROW EXECUTE FUNCTION place_within_a_year();)";

std::string gate_of(std::function<void()> const& change) {
    try {
        change();
    } catch (db::Refused const& refused) {
        return refused.gate;
    }
    return "nothing was refused";
}

class Transactions : public testing::Test {
protected:
    void SetUp() override {
        db().run("CREATE TABLE programme (number BIGINT NOT NULL PRIMARY KEY)");
        db().run(R"(
            CREATE TABLE place (
                pupil      BIGINT   NOT NULL,
                weeks      INTEGER  NOT NULL CONSTRAINT some_weeks CHECK (weeks > 0),
                programme  BIGINT   REFERENCES programme (number)
            ))");
        db().run("CREATE UNIQUE INDEX one_place_per_pupil ON place (pupil)");
        db::run_script(db(), is_sqlite() ? gate_on_sqlite : gate_on_postgresql);
    }

    db::Connection& db() { return database_.connection(); }
    bool is_sqlite() { return db().engine() == db::Engine::sqlite; }

    support::TestDatabase database_ = support::TestDatabase::empty();
};

TEST_F(Transactions, what_was_committed_stays_and_what_was_not_goes) {
    {
        db::Transaction transaction(db(), Mode::write);
        add(db(), 1);
        transaction.commit();
    }
    {
        db::Transaction const transaction(db(), Mode::write);
        add(db(), 2);
    }
    EXPECT_EQ(count(*database_.connect(Mode::read)), 1);
}

TEST_F(Transactions, rolling_back_without_a_transaction_is_harmless) {
    db().rollback();
    db::Transaction transaction(db(), Mode::write);
    transaction.commit();
    db().rollback();
}

TEST_F(Transactions, a_gate_refuses_by_its_name) {
    EXPECT_EQ(gate_of([&] { add(db(), 1, 53); }), "place_within_a_year");
    EXPECT_EQ(gate_of([&] { add(db(), 1, 0); }), "some_weeks");
    add(db(), 1);
    EXPECT_EQ(gate_of([&] { add(db(), 1); }), "one_place_per_pupil");
}

TEST_F(Transactions, a_reference_to_nothing_is_refused) {
    EXPECT_THROW(db().run("INSERT INTO place VALUES ($1, $2, $3)", 1, 1, 99), db::Refused);
    EXPECT_THROW(
        db().run("INSERT INTO place VALUES ($1, $2, $3)", std::nullopt, 1, std::nullopt), db::Refused
    );
}

TEST_F(Transactions, a_refusal_undoes_its_savepoint_alone) {
    db::Transaction transaction(db(), Mode::write);
    add(db(), 1);

    db().savepoint();
    add(db(), 2);
    EXPECT_THROW(add(db(), 1), db::Refused);
    db().rollback_to_savepoint();
    db().release_savepoint();

    db().savepoint();
    add(db(), 3);
    db().release_savepoint();

    transaction.commit();
    EXPECT_EQ(
        db().all<std::int64_t>("SELECT pupil FROM place ORDER BY pupil"), (std::vector<std::int64_t>{1, 3})
    );
}

TEST_F(Transactions, savepoints_nest) {
    db::Transaction transaction(db(), Mode::write);
    db().savepoint();
    add(db(), 1);
    db().savepoint();
    add(db(), 2);
    db().rollback_to_savepoint();
    db().release_savepoint();
    EXPECT_EQ(count(db()), 1);
    db().rollback_to_savepoint();
    EXPECT_EQ(count(db()), 0);
}

TEST_F(Transactions, a_failed_statement_keeps_its_transaction_from_committing_unnoticed_on_postgresql) {
    if (is_sqlite()) return;
    db::Transaction transaction(db(), Mode::write);
    add(db(), 1);
    EXPECT_THROW(add(db(), 2, 53), db::Refused);
    EXPECT_THROW(transaction.commit(), db::Broken);
}

// SQLite says so when the second begins, PostgreSQL when it would overwrite what the first has changed.
TEST_F(Transactions, the_second_of_two_that_write_at_once_is_told_to_try_again) {
    add(db(), 1);
    auto const other = database_.connect(Mode::write);
    auto const change = [](db::Connection& connection) {
        connection.run("UPDATE place SET weeks = weeks + 1");
    };

    auto const both_at_once = [&] {
        db::Transaction first(db(), Mode::write);
        EXPECT_EQ(count(db()), 1);
        db::Transaction second(*other, Mode::write);
        EXPECT_EQ(count(*other), 1);
        change(db());
        first.commit();
        change(*other);
        second.commit();
    };
    EXPECT_THROW(both_at_once(), db::Busy);

    db::Transaction again(*other, Mode::write);
    change(*other);
    again.commit();
}

TEST_F(Transactions, a_reader_sees_one_moment_throughout) {
    auto const reader = database_.connect(Mode::read);
    db::Transaction const transaction(*reader, Mode::read);
    EXPECT_EQ(count(*reader), 0);
    add(db(), 1);
    EXPECT_EQ(count(*reader), 0);
}

TEST_F(Transactions, a_connection_for_reading_can_not_write) {
    auto const reader = database_.connect(Mode::read);
    EXPECT_THROW(add(*reader, 1), db::Broken);
    EXPECT_THROW(reader->begin(Mode::write), db::Broken);
    EXPECT_EQ(count(db()), 0);
}

TEST_F(Transactions, a_full_disk_is_told_apart_and_reading_goes_on) {
    if (!is_sqlite()) return;
    db().all<std::int64_t>("PRAGMA max_page_count = 10");
    EXPECT_THROW(
        {
            db::Transaction const transaction(db(), Mode::write);
            for (std::int64_t pupil = 0; pupil < 10'000; ++pupil) add(db(), pupil);
        },
        db::Full
    );
    EXPECT_EQ(count(db()), 0);
}

TEST_F(Transactions, a_connection_that_broke_works_again_in_the_next_transaction) {
    if (is_sqlite()) return;
    auto const number = db().the<std::int64_t>("SELECT pg_backend_pid()");
    database_.connect(Mode::write)->all<bool>("SELECT pg_terminate_backend(CAST($1 AS INTEGER))", number);

    db::Transaction transaction(db(), Mode::write);
    EXPECT_NE(db().the<std::int64_t>("SELECT pg_backend_pid()"), number);
    add(db(), 1);
    transaction.commit();
}

TEST_F(Transactions, a_connection_that_broke_midway_is_broken_until_the_next_transaction) {
    if (is_sqlite()) return;
    auto const other = database_.connect(Mode::write);
    {
        db::Transaction const transaction(db(), Mode::write);
        auto const number = db().the<std::int64_t>("SELECT pg_backend_pid()");
        other->all<bool>("SELECT pg_terminate_backend(CAST($1 AS INTEGER))", number);
        EXPECT_THROW(count(db()), db::Broken);
    }
    db::Transaction transaction(db(), Mode::write);
    EXPECT_EQ(count(db()), 0);
    transaction.commit();
}

TEST(Database, an_address_that_leads_nowhere_is_explained) {
    EXPECT_THROW(db::Database::open("mysql://nowhere"), db::Broken);
    EXPECT_THROW(db::Database::open("sqlite:"), db::Broken);
    EXPECT_THROW(db::Database::open("sqlite:/no/such/folder/withy.db"), db::Broken);
    EXPECT_THROW(db::Database::open("postgresql://127.0.0.1:1/withy"), db::Broken);
}

}  // namespace
