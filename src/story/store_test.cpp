#include "story/store.hpp"

#include <gtest/gtest.h>

#include "story/running_case_test.hpp"

namespace story {
namespace {

class StoryStore : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }
    std::vector<SessionTold> sessions() {
        return store::sessions(db(), school_.school, *CaseId::parse(running_.text_case));
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    RunningCase running_{db(), school_};
};

TEST_F(StoryStore, reads_the_sessions_of_all_places_in_the_order_of_their_days) {
    running_.return_to_the_group(school_.today - 4);
    running_.session(4, school_.today - 3, true);
    std::vector<int> numbers;
    for (auto const& session : sessions()) numbers.push_back(session.number);
    EXPECT_EQ(numbers, (std::vector{1, 1, 4, 4, 2, 2, 3, 3}));
}

TEST_F(StoryStore, knows_which_session_was_over_when_the_place_was_given_that_day) {
    running_.return_to_the_group(school_.today - 7);
    int before = 0;
    for (auto const& session : sessions()) {
        before += session.not_on_register ? 1 : 0;
        bool const of_the_second = session.place == *PlaceId::parse(running_.place);
        EXPECT_EQ(session.not_on_register, of_the_second && session.number == 1) << session.number;
    }
    EXPECT_EQ(before, 1);
}

TEST_F(StoryStore, asks_a_session_still_to_come_alone_for_its_plan) {
    db().run("UPDATE session SET plan = 'A card' WHERE school_id = $1 AND number < 3", school_.school);
    auto const told = sessions();
    ASSERT_EQ(told.size(), 3U);
    EXPECT_FALSE(told[0].has_plan) << "it was held";
    EXPECT_TRUE(told[1].has_plan);
    EXPECT_FALSE(told[2].has_plan) << "none is written";
}

}  // namespace
}  // namespace story
