#include "db/migrations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "db/migration_text.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace {

using db::Engine;
using db::Migration;
using db::Mode;

constexpr Migration ground{1, "0001_ground", R"(
CREATE TABLE school (id INTEGER NOT NULL PRIMARY KEY);
CREATE TABLE letter (
    school_id  INTEGER  NOT NULL REFERENCES school (id),
    id         TEXT     NOT NULL,
    pdf        BYTES    NOT NULL,
    PRIMARY KEY (school_id, id)
) WITHOUT ROWID;
INSERT INTO school VALUES (1), (2);
)"};

constexpr Migration gates{2, "0002_gates", R"(
-- only sqlite
CREATE TRIGGER no_empty_letter BEFORE INSERT ON letter WHEN length(NEW.pdf) = 0
BEGIN
    SELECT RAISE(ABORT, 'no_empty_letter');
END;
-- only postgresql
CREATE FUNCTION no_empty_letter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF length(NEW.pdf) = 0 THEN
        RAISE EXCEPTION 'no_empty_letter' USING ERRCODE = '23W01';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER no_empty_letter BEFORE INSERT ON letter FOR EACH ROW EXECUTE FUNCTION no_empty_letter();
-- both
CREATE TABLE after_the_parts (number INTEGER);
)"};

constexpr Migration change_of_all{3, "0003_change_of_all", "UPDATE letter SET id = 'changed';"};

constexpr std::array first_step{ground};
constexpr std::array two_steps{ground, gates};
constexpr std::array three_steps{ground, gates, change_of_all};

void add_letter(db::Connection& connection, SchoolId school, std::string const& pdf = "%PDF") {
    connection.run("INSERT INTO letter VALUES ($1, $2, $3)", school, "one", db::Bytes{pdf});
}

std::int64_t letters(db::Connection& connection) {
    return connection.the<std::int64_t>("SELECT count(*) FROM letter");
}

class Migrations : public testing::Test {
protected:
    bool is_sqlite() { return database_.database().engine() == Engine::sqlite; }
    db::Database& database() { return database_.database(); }
    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_ = support::TestDatabase::empty();
};

TEST(MigrationText, each_engine_gets_the_common_parts_and_its_own) {
    constexpr auto text = "a\n-- only sqlite\nb\n-- only postgresql\nc\n-- both\nd";
    EXPECT_EQ(db::text_for(Engine::sqlite, text), "a\n-- only sqlite\nb\n\n\n-- both\nd\n");
    EXPECT_EQ(db::text_for(Engine::postgresql, text), "a\n\n\n-- only postgresql\nc\n-- both\nd\n");
}

TEST(MigrationText, words_of_one_engine_are_translated_as_whole_words) {
    constexpr auto text = "pdf BYTES, KILOBYTES TEXT) WITHOUT ROWID;";
    EXPECT_EQ(db::text_for(Engine::sqlite, text), "pdf BLOB, KILOBYTES TEXT) WITHOUT ROWID;\n");
    EXPECT_EQ(db::text_for(Engine::postgresql, text), "pdf BYTEA, KILOBYTES TEXT) ;\n");
}

TEST(Migrations_in_the_binary, are_numbered_in_order_and_named_by_their_number) {
    int last = 0;
    for (auto const& migration : db::migrations()) {
        EXPECT_GT(migration.number, last);
        EXPECT_EQ(std::stoi(std::string(migration.name.substr(0, 4))), migration.number);
        EXPECT_FALSE(migration.text.empty()) << migration.name;
        last = migration.number;
    }
}

TEST(Migrations_in_the_binary, bring_a_test_database_up_to_date) {
    support::TestDatabase database;
    EXPECT_TRUE(db::missing_migrations(database.database()).empty());
}

TEST_F(Migrations, bring_an_empty_database_up_to_date_step_by_step) {
    EXPECT_EQ(
        db::missing_migrations(database(), two_steps), (std::vector<std::string>{"0001_ground", "0002_gates"})
    );
    db::migrate(database(), first_step);
    EXPECT_EQ(db::missing_migrations(database(), two_steps), std::vector<std::string>{"0002_gates"});
    db::migrate(database(), two_steps);
    EXPECT_TRUE(db::missing_migrations(database(), two_steps).empty());
    db::migrate(database(), two_steps);
    EXPECT_EQ(db().the<std::int64_t>("SELECT count(*) FROM migration"), 2);
}

TEST_F(Migrations, gates_stand_on_both_engines) {
    db::migrate(database(), two_steps);
    db::Transaction const transaction(db(), Mode::write);
    db().enter({1});
    try {
        add_letter(db(), {1}, "");
        FAIL() << "an empty letter was taken";
    } catch (db::Refused const& refused) {
        EXPECT_EQ(refused.gate, "no_empty_letter");
    }
}

TEST_F(Migrations, that_were_changed_afterwards_are_noticed) {
    db::migrate(database(), two_steps);
    auto changed = two_steps;
    changed[0].text = "CREATE TABLE school (id INTEGER);";
    EXPECT_THROW(db::missing_migrations(database(), changed), db::Broken);
    EXPECT_THROW(db::migrate(database(), changed), db::Broken);
}

TEST_F(Migrations, of_a_newer_version_stop_an_older_one) {
    db::migrate(database(), two_steps);
    EXPECT_THROW(db::missing_migrations(database(), first_step), db::Broken);
    EXPECT_THROW(db::migrate(database(), first_step), db::Broken);
}

TEST_F(Migrations, that_fail_leave_nothing_behind) {
    std::array const failing{
        ground, Migration{2, "0002_fails", "CREATE TABLE left_over (a TEXT); nonsense;"}};
    EXPECT_THROW(db::migrate(database(), failing), db::Broken);
    EXPECT_EQ(db::missing_migrations(database(), failing), std::vector<std::string>{"0002_fails"});
    EXPECT_THROW(db().run("SELECT a FROM left_over"), db::Broken);
}

TEST_F(Migrations, change_the_rows_of_every_school) {
    db::migrate(database(), two_steps);
    for (auto school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction transaction(db(), Mode::write);
        db().enter(school);
        add_letter(db(), school);
        transaction.commit();
    }
    db::migrate(database(), three_steps);
    for (auto school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction const transaction(db(), Mode::read);
        db().enter(school);
        EXPECT_EQ(db().the<std::string>("SELECT id FROM letter WHERE school_id = $1", school), "changed");
    }
}

// What this binary's migrations make of the rows that an older version wrote.
class Upgrade : public Migrations {
protected:
    void migrate_to_before(int number) {
        auto const all = db::migrations();
        auto const older = std::ranges::count_if(all, [&](auto const& one) { return one.number < number; });
        db::migrate(database(), all.first(static_cast<std::size_t>(older)));
    }
};

TEST_F(Upgrade, marks_the_lines_of_a_register_whose_evaluation_is_written) {
    migrate_to_before(34);
    auto const held = [&](SchoolId school) {
        db::Transaction transaction(db(), Mode::write);
        support::SchoolRows rows(db(), school.number);
        auto const programme = rows.programme(rows.staff("Mrs Ward"));
        std::map<std::string, std::pair<std::string, std::string>> pupils;
        for (auto const* name : {"Sam", "Ali", "Zoe"}) {
            auto const pupil = rows.pupil(name);
            auto const the_case = rows.case_of(pupil);
            rows.answer(the_case, rows.contact_of(pupil, "Ms Reed"), "given", rows.today());
            pupils[name] = {pupil, rows.place(programme, the_case, pupil, rows.today())};
            for (auto const* step : {"allocation", "start"}) rows.step(the_case, step, rows.today());
        }
        auto const session = rows.session(programme, 1, rows.today(), rows.today());
        for (auto const* name : {"Sam", "Ali"})
            rows.evaluation(session, pupils[name].second, pupils[name].first);
        db().run(
            "UPDATE evaluation SET writing = 'begun' WHERE school_id = $1 AND pupil_id = $2",
            school,
            pupils["Ali"].first
        );
        transaction.commit();
    };
    for (auto const school : {SchoolId{1}, SchoolId{2}}) held(school);
    db::migrate(database());
    for (auto const school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction const transaction(db(), Mode::read);
        db().enter(school);
        constexpr db::Sql lines = R"(
            SELECT c.legal_forename
              FROM register_line l
              JOIN place p ON p.school_id = l.school_id AND p.id = l.place_id
              JOIN pupil c ON c.school_id = p.school_id AND c.id = p.pupil_id
             WHERE l.school_id = $1 AND l.written = $2
             ORDER BY c.legal_forename)";
        EXPECT_EQ(db().all<std::string>(lines, school, 1), std::vector<std::string>{"Sam"});
        EXPECT_EQ(db().all<std::string>(lines, school, 0), (std::vector<std::string>{"Ali", "Zoe"}))
            << "begun alone, and not at all";
    }
}

TEST_F(Upgrade, numbers_sessions_by_the_days_on_which_they_stand) {
    migrate_to_before(48);
    for (auto const school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction transaction(db(), Mode::write);
        support::SchoolRows rows(db(), school.number);
        auto const programme = rows.programme(rows.staff("Mrs Ward"));
        auto const day = [&](int week) { return rows.today() + 7 * week; };
        auto const put_off = rows.session(programme, 2, day(2));
        db().run(
            R"(UPDATE session SET outcome = 'not_held', why_not = 'trip', rearranged = 1
                WHERE school_id = $1 AND id = $2)",
            school,
            put_off
        );
        for (auto const& [number, week] : std::map<int, int>{{1, 1}, {3, 3}, {4, 4}, {2, 5}})
            rows.session(programme, number, day(week));
        transaction.commit();
    }
    db::migrate(database());
    for (auto const school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction const transaction(db(), Mode::read);
        db().enter(school);
        constexpr db::Sql numbers = "SELECT number FROM session WHERE school_id = $1 ORDER BY planned_on";
        EXPECT_EQ(db().all<int>(numbers, school), (std::vector{1, 4, 2, 3, 4})) << "the second was put off";
    }
}

TEST_F(Upgrade, keeps_each_sheet_with_its_letter) {
    migrate_to_before(41);
    constexpr db::Sql letter = R"(
        INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, pdf, kept_pdf, made_by, made_at)
        VALUES ($1, $2, $3, $4, 'paper', 'A letter', 'Dear Ms Reed', $5, $6, '', 0))";
    for (auto const school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction transaction(db(), Mode::write);
        support::SchoolRows rows(db(), school.number);
        auto const pupil = rows.pupil("Sam");
        auto const the_case = rows.case_of(pupil);
        auto const contact = rows.contact_of(pupil, "Ms Reed");
        auto const of = " of " + std::to_string(school.number);
        std::optional<db::Bytes> const none;
        db().run(letter, school, "old", the_case, contact, db::Bytes{"old" + of}, none);
        db().run(
            letter,
            school,
            "new",
            the_case,
            contact,
            db::Bytes{"link" + of},
            std::optional(db::Bytes{"kept" + of})
        );
        transaction.commit();
    }
    db::migrate(database());
    for (auto const school : {SchoolId{1}, SchoolId{2}}) {
        db::Transaction const transaction(db(), Mode::read);
        db().enter(school);
        auto const of = " of " + std::to_string(school.number);
        constexpr db::Sql sheet = "SELECT pdf FROM letter_sheet WHERE school_id = $1 AND letter_id = $2";
        constexpr db::Sql kept = R"(
            SELECT kept_pdf FROM letter_sheet
             WHERE school_id = $1 AND letter_id IN (SELECT id FROM letter) AND kept_pdf IS NOT NULL)";
        EXPECT_EQ(db().the<db::Bytes>(sheet, school, "old").data, "old" + of);
        EXPECT_EQ(db().the<db::Bytes>(sheet, school, "new").data, "link" + of);
        EXPECT_EQ(db().the<db::Bytes>(kept, school).data, "kept" + of);
    }
}

class RowLevelSecurity : public Migrations {
protected:
    void SetUp() override { db::migrate(database(), two_steps); }
};

TEST_F(RowLevelSecurity, hides_another_schools_rows_and_keeps_them_from_being_written_on_postgresql) {
    if (is_sqlite()) return;
    db::Transaction const transaction(db(), Mode::write);
    db().enter({1});
    add_letter(db(), {1});
    EXPECT_EQ(letters(db()), 1);

    db().enter({2});
    EXPECT_EQ(letters(db()), 0);
    EXPECT_EQ(db().run("DELETE FROM letter"), 0);
    EXPECT_EQ(db().run("UPDATE letter SET id = 'mine'"), 0);
    db().savepoint();
    EXPECT_THROW(add_letter(db(), {1}), db::Broken);
    db().rollback_to_savepoint();

    add_letter(db(), {2});
    EXPECT_EQ(letters(db()), 1);
}

TEST_F(RowLevelSecurity, holds_after_a_savepoint_was_undone_on_postgresql) {
    if (is_sqlite()) return;
    db::Transaction const transaction(db(), Mode::write);
    db().enter({1});
    add_letter(db(), {1});
    db().savepoint();
    db().enter({2});
    EXPECT_EQ(letters(db()), 0);
    db().rollback_to_savepoint();
    EXPECT_EQ(letters(db()), 0);
    db().enter({1});
    EXPECT_EQ(letters(db()), 1);
}

TEST_F(RowLevelSecurity, ends_its_school_with_the_transaction_on_postgresql) {
    if (is_sqlite()) return;
    {
        db::Transaction transaction(db(), Mode::write);
        db().enter({1});
        add_letter(db(), {1});
        transaction.commit();
    }
    EXPECT_EQ(letters(db()), 0);
    db::Transaction const transaction(db(), Mode::read);
    EXPECT_EQ(letters(db()), 0);
    db().enter({1});
    EXPECT_EQ(letters(db()), 1);
}

TEST_F(RowLevelSecurity, costs_no_statement_when_the_school_is_entered_again) {
    db::Transaction const transaction(db(), Mode::read);
    db().enter({1});
    letters(db());
    auto const before = db().statements_run();
    db().enter({1});
    letters(db());
    EXPECT_EQ(db().statements_run(), before + 1);
}

class Backup : public Migrations {
protected:
    std::string path() { return database_.url().substr(std::string("sqlite:").size()) + ".backup"; }
    void TearDown() override {
        if (is_sqlite()) std::filesystem::remove(path());
    }
};

TEST_F(Backup, holds_what_was_committed_while_others_go_on) {
    if (!is_sqlite()) {
        EXPECT_THROW(db::back_up_sqlite(database(), "unused"), db::Broken);
        return;
    }
    db::migrate(database(), two_steps);
    add_letter(db(), {1});
    db::Transaction const unfinished(db(), Mode::write);
    add_letter(db(), {2});

    db::back_up_sqlite(database(), path());
    db::back_up_sqlite(database(), path());

    auto const copy = db::Database::open("sqlite:" + path());
    EXPECT_EQ(letters(*copy->connect(Mode::read)), 1);
    EXPECT_TRUE(db::missing_migrations(*copy, two_steps).empty());
}

}  // namespace
