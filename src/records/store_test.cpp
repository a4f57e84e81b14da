#include "records/store.hpp"

#include <gtest/gtest.h>

#include "records/actions.hpp"
#include "records/rules.hpp"
#include "support/small_school.hpp"

namespace records {
namespace {

class RecordsStore : public testing::Test {
protected:
    void note(std::string const& why) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        write(
            visit,
            {.action = Action::changed,
             .subject = "concern",
             .subject_id = "a",
             .why = why,
             .fields = {{"seen", "", "Alone"}}}
        );
        transaction.commit();
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
};

TEST_F(RecordsStore, changes_chain_one_after_another) {
    note("first");
    note("second");
    note("third");
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school.school);
    auto const log = store::all(db, school.school);
    ASSERT_EQ(log.size(), 3U);
    EXPECT_EQ(log[2].why, "third");
    EXPECT_EQ(log[2].by_name, "Priya Nair");
    EXPECT_EQ(first_fault(school.school, store::from(db, school.school, 1, 10)), std::nullopt);
}

TEST_F(RecordsStore, a_change_that_was_rolled_back_leaves_no_gap_in_the_chain) {
    note("first");
    {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        db.savepoint();
        write(visit, {.action = Action::made, .subject = "concern", .subject_id = "b"});
        db.rollback_to_savepoint();
        db.release_savepoint();
        write(visit, {.action = Action::made, .subject = "concern", .subject_id = "c"});
        transaction.commit();
    }
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school.school);
    auto const log = store::from(db, school.school, 1, 10);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_EQ(first_fault(school.school, log), std::nullopt);
}

TEST_F(RecordsStore, something_was_undone_only_after_the_moment_that_is_asked_for) {
    auto const undone_since = [&](Instant moment) {
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return store::something_was_undone_since(db, school.school, moment, {});
    };
    auto const before = school.now - 1;
    note("first");
    EXPECT_FALSE(undone_since(before)) << "changed, not undone";
    {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        write(visit, {.action = Action::undone, .subject = "step", .subject_id = "a"});
        transaction.commit();
    }
    EXPECT_TRUE(undone_since(before));
    EXPECT_FALSE(undone_since(school.now)) << "its own sending";
    db::Transaction transaction(db, db::Mode::write);
    auto visit = school.visit(db, school.senco);
    visit.now = school.now + 1;
    for (int more = 0; more < 1000; ++more)
        write(visit, {.action = Action::changed, .subject = "concern", .subject_id = "a"});
    std::set<std::string> const concerned{"another"};
    EXPECT_FALSE(store::something_was_undone_since(db, school.school, school.now, concerned))
        << "looked through";
    write(visit, {.action = Action::changed, .subject = "concern", .subject_id = "a"});
    EXPECT_TRUE(store::something_was_undone_since(db, school.school, school.now, concerned))
        << "too much to look through";
}

TEST_F(RecordsStore, something_was_undone_of_what_is_concerned_and_of_nothing_else) {
    {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        write(visit, {.action = Action::undone, .subject = "step", .subject_id = "a", .case_id = "of Sam"});
        write(visit, {.action = Action::undone, .subject = "session", .subject_id = "b"});
        write(
            visit, {.action = Action::changed, .subject = "session", .subject_id = "c", .case_id = "of Ali"}
        );
        transaction.commit();
    }
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school.school);
    auto const undone = [&](std::set<std::string> const& concerned) {
        return store::something_was_undone_since(db, school.school, school.now - 1, concerned);
    };
    EXPECT_TRUE(undone({"of Sam"}));
    EXPECT_TRUE(undone({"of Ali", "b"}));
    EXPECT_FALSE(undone({"of Ali", "c"}));
    EXPECT_TRUE(undone({})) << "anything";
}

TEST_F(RecordsStore, the_database_refuses_to_change_or_delete_an_entry) {
    note("first");
    for (db::Sql const attempt :
         {db::Sql("UPDATE record SET why = 'other' WHERE school_id = $1"),
          db::Sql("DELETE FROM record WHERE school_id = $1"),
          db::Sql("DELETE FROM record_head WHERE school_id = $1")}) {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        try {
            db.run(attempt, school.school);
            FAIL() << "the log was changed";
        } catch (db::Refused const& refused) {
            EXPECT_EQ(refused.gate, "records_stay");
        }
    }
}

}  // namespace
}  // namespace records
