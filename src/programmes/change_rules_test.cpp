#include "programmes/change_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

Date const tuesday = *calendar::parse_iso("2026-05-12");

Programme weekly() {
    Programme programme;
    programme.starts_on = tuesday;
    programme.starts_at_time = "10:30";
    return programme;
}

std::vector<Session> four_weeks() {
    std::vector<Session> sessions(4);
    for (int at = 0; at < 4; ++at) {
        sessions[at].number = at + 1;
        sessions[at].planned_on = tuesday + at * calendar::days_in_week;
    }
    sessions[0].outcome = Outcome::delivered;
    return sessions;
}

std::vector<schools::Term> const terms{{{}, "Summer", tuesday - 30, tuesday + 60}};

NewDelivery from(Date day, Weekday weekday = Weekday::tuesday) {
    NewDelivery input;
    input.from_on = day;
    input.weekday = weekday;
    input.starts_at_time = "14:00";
    return input;
}

std::vector<int> days_of(std::optional<std::vector<Session>> const& sessions) {
    std::vector<int> days;
    for (auto const& session : sessions.value_or(std::vector<Session>{}))
        days.push_back(session.planned_on - tuesday);
    return days;
}

// Every combination of what bears on a change, against the sentence: it runs or is to start, from today on,
// something changes, who takes over works here and is trained, and the terms hold the days.
TEST(ChangingDelivery, is_taken_exactly_where_nothing_stands_against_it) {
    for (auto const state : all_of<State>())
        for (int days = -1; days <= 1; ++days)
            for (unsigned what = 0; what < 32; ++what) {
                ChangingDelivery const change{
                    .programme = state,
                    .from_on = tuesday + days,
                    .today = tuesday,
                    .changes_something = (what & 1U) != 0,
                    .another_deliverer = (what & 2U) != 0,
                    .works_here = (what & 4U) != 0,
                    .trained = (what & 8U) != 0,
                    .days_left = (what & 16U) != 0};
                bool const person_fits = !change.another_deliverer || (change.works_here && change.trained);
                bool const allowed = state != State::completed && days >= 0 && change.changes_something &&
                                     person_fits && change.days_left;
                ASSERT_EQ(!objection_to_changing(change), allowed) << what;
            }
}

TEST(ChangingDelivery, moves_the_sessions_from_the_day_on_and_none_before_or_held) {
    auto const moved = moved_sessions(weekly(), four_weeks(), from(tuesday + 8), terms, {});
    ASSERT_TRUE(moved);
    ASSERT_EQ(days_of(moved), (std::vector{14, 21}));
    EXPECT_EQ(moved->front().starts_at_time, "14:00");
    EXPECT_EQ(
        days_of(moved_sessions(weekly(), four_weeks(), from(tuesday), terms, {})), (std::vector{7, 14, 21})
    );
}

TEST(ChangingDelivery, another_weekday_moves_each_week_and_passes_over_days_without_school) {
    auto const thursday = Weekday::thursday;
    EXPECT_EQ(
        days_of(moved_sessions(weekly(), four_weeks(), from(tuesday + 7, thursday), terms, {})),
        (std::vector{9, 16, 23})
    );
    std::vector<schools::Closure> const closures{{{}, "Training", tuesday + 16, tuesday + 16}};
    EXPECT_EQ(
        days_of(moved_sessions(weekly(), four_weeks(), from(tuesday + 7, thursday), terms, closures)),
        (std::vector{9, 23, 30})
    );
    EXPECT_EQ(
        days_of(moved_sessions(weekly(), four_weeks(), from(tuesday + 7, Weekday::monday), terms, {})),
        (std::vector{20, 27, 34})
    ) << "Monday of that week lies before the day, and the next is a bank holiday";
    std::vector<schools::Term> const brief{{{}, "Summer", tuesday - 30, tuesday + 20}};
    EXPECT_FALSE(moved_sessions(weekly(), four_weeks(), from(tuesday + 7, thursday), brief, {}));
}

TEST(ChangingDelivery, a_session_that_was_handed_over_before_follows_the_latest_change) {
    auto sessions = four_weeks();
    sessions[2].deliverer = StaffId::make({1});
    auto const moved = moved_sessions(weekly(), sessions, from(tuesday), terms, {});
    ASSERT_TRUE(moved);
    for (auto const& session : *moved) EXPECT_FALSE(session.deliverer);
}

}  // namespace
}  // namespace programmes
