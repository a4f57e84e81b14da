// Whoever works at one school reaches nothing of another in the same database, whatever ids they send.
#include <sstream>

#include "db/row_level_security.hpp"
#include "journeys/dice.hpp"
#include "journeys/swapped_ids.hpp"

namespace journeys {
namespace {

// For tests that leave both schools as they were, whatever their order. Whoever sends at random changes their
// own school: each test of those has a pair to itself.
TwoSchools& at_rest() {
    static TwoSchools two;
    return two;
}

// Whether each of these rows stands among the others.
bool is_part_of(std::string const& rows, std::string const& others) {
    std::istringstream lines(rows);
    for (std::string line; std::getline(lines, line);)
        if (others.find(line + '\n') == std::string::npos) return false;
    return true;
}

void expect_nothing_reached(TwoSchools& two) {
    auto const before = two.theirs_holds();
    ASSERT_GT(before.size(), 50U);
    auto const seed = seed_of_the_run();
    SCOPED_TRACE("WITHY_RANDOM_SEED=" + std::to_string(seed));
    auto const sent = two.send(swapped_requests(), seed);
    expect_nothing_came_out(sent);
    EXPECT_TRUE(two.theirs_holds() == before) << "something of the other school was changed";
    EXPECT_TRUE(two.ours_works());
}

TEST(AnotherSchool, is_out_of_reach_whatever_ids_are_sent) {
    TwoSchools two;
    expect_nothing_reached(two);
}

// SQLite has no other wall than the application's.
TEST(AnotherSchool, is_out_of_reach_without_row_level_security) {
    if (support::engine_under_test() != db::Engine::postgresql) return;
    TwoSchools two;
    {
        auto& db = two.database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db::lift_school_protection(db);
        transaction.commit();
    }
    expect_nothing_reached(two);
}

// consent_link, invitation and sign_in say where a token leads before any school is entered, so the
// application alone keeps them apart.
TEST(AnotherSchool, has_links_that_open_nothing_of_ours_to_whoever_is_signed_in_here) {
    auto& two = at_rest();
    auto before = two.ours_holds();
    auto const leaks = two.leaks_through_their_links();
    EXPECT_TRUE(leaks.empty()) << leaks.size() << " leaks, first: " << leaks.front();
    auto after = two.ours_holds();
    for (auto const* own :
         {"sign_in", "submission"})  // whose sign-ins were seen just now, and that they sent a form
        for (auto* rows : {&before, &after}) rows->erase(own);
    std::vector<std::string> changed;
    for (auto const& [table, rows] : after)
        if (before[table] != rows) changed.push_back(table);
    EXPECT_EQ(changed, std::vector<std::string>{});
    EXPECT_TRUE(two.ours_works());
}

TEST(AnotherSchool, takes_no_form_with_a_sign_in_of_one_and_the_guard_of_the_other) {
    auto& two = at_rest();
    auto const before = two.ours_holds();
    auto const theirs_before = two.theirs_holds();
    auto const taken = two.forms_taken_with_anothers_guard();
    EXPECT_TRUE(taken.empty()) << taken.size() << " taken, first: " << taken.front();
    // Who was refused by their role stands in the log of reads of their own school, which grows and changes
    // in nothing else.
    auto const changed = [](auto held, auto now) {
        bool const log_lost_something = !is_part_of(held["reading"], now["reading"]);
        for (auto const* table : {"sign_in", "reading", "reading_head"}) {
            held.erase(table);
            now.erase(table);
        }
        return log_lost_something || held != now;
    };
    EXPECT_FALSE(changed(before, two.ours_holds()));
    EXPECT_FALSE(changed(theirs_before, two.theirs_holds()));
    EXPECT_TRUE(two.ours_works());
}

TEST(AnotherSchool, is_entered_by_nobody_who_has_no_account_there) {
    auto& two = at_rest();
    auto const entered = two.enter_theirs();
    EXPECT_TRUE(entered.empty()) << entered.size() << ", first: " << entered.front();
    EXPECT_TRUE(two.ours_works());
}

TEST(AnotherSchool, has_parents_whose_proof_opens_no_link_of_ours) {
    auto& two = at_rest();
    EXPECT_FALSE(two.their_proof_opens_our_link());
}

}  // namespace
}  // namespace journeys
