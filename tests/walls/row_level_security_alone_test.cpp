// The same with the application's wall taken away: PostgreSQL alone keeps the schools apart.
#include "db/row_level_security.hpp"
#include "journeys/dice.hpp"
#include "journeys/swapped_ids.hpp"

namespace journeys {
namespace {

class WithoutTheApplicationsWall : public testing::Test {
protected:
    TwoSchools two;
};

TEST_F(WithoutTheApplicationsWall, row_level_security_lets_nothing_of_another_school_through) {
    auto const before = two.theirs_holds();
    ASSERT_GT(before.size(), 50U);
    auto const seed = seed_of_the_run();
    SCOPED_TRACE("WITHY_RANDOM_SEED=" + std::to_string(seed));
    auto const sent = two.send(swapped_requests(), seed);
    expect_nothing_came_out(sent);
    EXPECT_TRUE(two.theirs_holds() == before) << "something of the other school was changed";
    EXPECT_TRUE(two.ours_works());
}

// So that the test above is one that can fail. The same requests each time, of which many reach something.
TEST_F(WithoutTheApplicationsWall, everything_is_open_once_row_level_security_is_lifted_too) {
    {
        auto& db = two.database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db::lift_school_protection(db);
        transaction.commit();
    }
    EXPECT_GT(two.send(1000, 20261128).leaks.size(), 20U);
}

}  // namespace
}  // namespace journeys
