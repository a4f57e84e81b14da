// On PostgreSQL the database itself keeps schools apart, whatever a query forgot.
#include <map>
#include <set>

#include "journeys/journey.hpp"

namespace journeys {
namespace {

// What is read before a school is entered, since it says which school that is. Nothing of a child stands
// there.
std::map<std::string, std::string> const open_to_every_school{
    {"account_school", "says which schools an account leads to"},
    {"consent_link",
     "says to which school a parent's link leads; found by the hash of what the link alone carries"},
    {"invitation", "says to which school an invitation leads; found by the hash of what it alone carries"},
    {"moving_link",
     "says to which school the next school's link leads; found by the hash of what the link alone carries"},
    {"sign_in", "says at which school a device is; found by the hash of its cookie"},
};

struct Rows {
    std::string table;
    std::int64_t count = 0;
    auto columns() { return std::tie(table, count); }
};

class SchoolsApart : public Journey {
protected:
    bool on_postgresql = database.database().engine() == db::Engine::postgresql;

    std::vector<Rows> rows_seen(db::Connection& db, std::optional<SchoolId> entered) {
        db::Transaction const transaction(db, db::Mode::read);
        if (entered) db.enter(*entered);
        return db.all<Rows>(R"(
            SELECT 'pupil', count(*) FROM pupil
            UNION ALL SELECT 'concern', count(*) FROM concern
            UNION ALL SELECT 'evaluation', count(*) FROM evaluation
            UNION ALL SELECT 'record', count(*) FROM record)");
    }
};

TEST_F(SchoolsApart, every_table_of_a_school_is_closed_to_other_schools_but_those_with_a_reason) {
    if (!on_postgresql) return;
    constexpr db::Sql sql = R"(
        SELECT c.relname,
               CASE WHEN c.relrowsecurity AND c.relforcerowsecurity
                     AND (SELECT count(*) FROM pg_policy p
                           WHERE p.polrelid = c.oid AND p.polname = 'rows_of_the_entered_school'
                             AND p.polcmd = '*') = 1
                     AND (SELECT count(*) FROM pg_policy p WHERE p.polrelid = c.oid) = 1
                    THEN 1 ELSE 0 END
          FROM pg_class c
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'school_id' AND NOT a.attisdropped
         WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p'))";
    std::set<std::string> closed;
    std::set<std::string> open;
    for (auto const& [table, is_closed] : database.connection().all<Rows>(sql))
        (is_closed == 1 ? closed : open).insert(table);
    std::set<std::string> expected;
    for (auto const& [table, reason] : open_to_every_school) expected.insert(table);
    EXPECT_EQ(open, expected);
    for (auto const* table : {"pupil", "concern", "evaluation", "record", "contact", "letter", "step"})
        EXPECT_TRUE(closed.contains(table)) << table;
}

TEST_F(SchoolsApart, who_has_entered_no_school_or_another_sees_no_row_of_a_child) {
    if (!on_postgresql) return;
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    holds_session(programme, 1);
    evaluates(programme, 1, sam);
    auto const newcomer = database.connect(db::Mode::read);
    for (auto const& rows : rows_seen(*newcomer, school.school)) EXPECT_GT(rows.count, 0) << rows.table;
    for (auto const& rows : rows_seen(*newcomer, std::nullopt)) EXPECT_EQ(rows.count, 0) << rows.table;
    for (auto const& rows : rows_seen(*newcomer, SchoolId{school.school.number + 1}))
        EXPECT_EQ(rows.count, 0) << rows.table;
    constexpr db::Sql above_the_rules =
        "SELECT count(*) FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)";
    EXPECT_EQ(newcomer->the<std::int64_t>(above_the_rules), 0) << "a superuser sees everything anyhow";
}

TEST_F(SchoolsApart, who_has_entered_another_school_changes_adds_and_removes_nothing) {
    if (!on_postgresql) return;
    auto const other = database.connect(db::Mode::write);
    auto const elsewhere = SchoolId{school.school.number + 1};
    auto const refused = [&](auto const& change) {
        db::Transaction transaction(*other, db::Mode::write);
        other->enter(elsewhere);
        try {
            return change(*other) == 0;
        } catch (db::Broken const& error) {
            return std::string_view(error.what()).find("row-level security") != std::string_view::npos;
        }
    };
    EXPECT_TRUE(refused([&](db::Connection& db) {
        return db.run("UPDATE pupil SET legal_forename = 'Nobody' WHERE school_id = $1", school.school);
    }));
    EXPECT_TRUE(refused([&](db::Connection& db) {
        return db.run("DELETE FROM room WHERE school_id = $1", school.school);
    }));
    EXPECT_TRUE(refused([&](db::Connection& db) {
        return db.run(
            "INSERT INTO room (school_id, id, name) VALUES ($1, '00000000-0000-7000-8000-000000000001', "
            "'Den')",
            school.school
        );
    }));
    EXPECT_TRUE(refused([&](db::Connection& db) {
        return db.run("UPDATE room SET school_id = $1", school.school);
    }));
    // The same changes are taken of who has entered the school: nothing else refused them.
    db::Transaction transaction(*other, db::Mode::write);
    other->enter(school.school);
    EXPECT_GT(
        other->run("UPDATE pupil SET legal_forename = 'Nobody' WHERE school_id = $1", school.school), 0
    );
    EXPECT_EQ(
        other->run(
            "INSERT INTO room (school_id, id, name) VALUES ($1, '00000000-0000-7000-8000-000000000001', "
            "'Den')",
            school.school
        ),
        1
    );
}

}  // namespace
}  // namespace journeys
