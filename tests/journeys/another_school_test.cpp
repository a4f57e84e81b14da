// Whoever works at one school reaches nothing of another in the same database, whatever ids they send.
#include "db/row_level_security.hpp"
#include "journeys/swapped_ids.hpp"

namespace journeys {
namespace {

void expect_nothing_reached(TwoSchools& two) {
    auto const before = two.theirs_holds();
    ASSERT_GT(before.size(), 50U);
    auto const sent = two.send(swapped_requests(), 20261128);
    EXPECT_TRUE(sent.leaks.empty()) << sent.leaks.size() << " leaks, first: " << sent.leaks.front();
    EXPECT_TRUE(two.theirs_holds() == before) << "something of the other school was changed";
    EXPECT_TRUE(two.ours_works());
    EXPECT_GT(sent.past_the_permission, swapped_requests() / 5);
    EXPECT_GT(sent.answered, swapped_requests() / 50) << "requests that mean something were among them";
}

TEST(AnotherSchool, is_out_of_reach_whatever_ids_are_sent) {
    TwoSchools two;
    expect_nothing_reached(two);
}

// SQLite has no other wall than the application's.
TEST(AnotherSchool, is_out_of_reach_without_row_level_security) {
    TwoSchools two;
    if (two.database.database().engine() != db::Engine::postgresql) return;
    {
        auto& db = two.database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db::lift_school_protection(db);
        transaction.commit();
    }
    expect_nothing_reached(two);
}

}  // namespace
}  // namespace journeys
