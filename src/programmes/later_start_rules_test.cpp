#include "programmes/later_start_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

Date const tuesday = *calendar::parse_iso("2026-05-12");

// Every combination of what bears on it, against the sentence: it has not started, the day is today or later,
// and another than the one that stands, there is school on it, and the terms hold the days.
TEST(StartingLater, is_taken_exactly_where_nothing_stands_against_it) {
    for (auto const state : all_of<State>())
        for (int stood = -2; stood <= 2; ++stood)
            for (int days = -2; days <= 2; ++days)
                for (unsigned what = 0; what < 4; ++what) {
                    LaterStart const later{
                        .programme = state,
                        .stands_on = tuesday + stood,
                        .starts_on = tuesday + days,
                        .today = tuesday,
                        .school_day = (what & 1U) != 0,
                        .days_left = (what & 2U) != 0};
                    bool const allowed = state == State::to_start && days >= 0 && days != stood &&
                                         later.school_day && later.days_left;
                    ASSERT_EQ(!objection_to_starting_later(later), allowed) << stood << " " << days;
                }
}

TEST(StartingLater, concerns_the_sessions_that_are_still_planned_by_day) {
    std::vector<Session> sessions(3);
    for (int at = 0; at < 3; ++at) sessions[at].number = at + 1;
    sessions[0].planned_on = tuesday + 21;
    sessions[1].planned_on = tuesday + 7;
    sessions[2].planned_on = tuesday;
    sessions[2].outcome = Outcome::not_held;
    auto const planned = still_planned(sessions);
    ASSERT_EQ(planned.size(), 2U);
    EXPECT_EQ(planned[0].number, 2);
    EXPECT_EQ(planned[1].number, 1);
}

TEST(AStart, is_missed_from_the_day_after_the_first_until_the_programme_starts) {
    Programme programme;
    programme.starts_on = tuesday;
    EXPECT_FALSE(missed_its_start(programme, tuesday));
    EXPECT_TRUE(missed_its_start(programme, tuesday + 1));
    programme.started_on = tuesday + 1;
    EXPECT_FALSE(missed_its_start(programme, tuesday + 2));
    programme.started_on.reset();
    programme.completed_on = tuesday + 1;
    EXPECT_FALSE(missed_its_start(programme, tuesday + 2));
}

}  // namespace
}  // namespace programmes
