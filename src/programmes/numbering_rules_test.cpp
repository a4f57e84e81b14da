#include "programmes/numbering_rules.hpp"

#include <gtest/gtest.h>

namespace programmes {
namespace {

Date const monday = *calendar::parse_iso("2026-05-04");

// Of a programme on Mondays: its number, the week it stands in, and how it went.
Session session(int number, int week, Outcome outcome = Outcome::planned) {
    static int made = 0;
    Session one;
    one.id = *SessionId::parse("00000000-0000-7000-8000-00000000" + std::to_string(1000 + ++made));
    one.number = number;
    one.planned_on = monday + (week - 1) * 7;
    one.outcome = outcome;
    if (outcome == Outcome::not_held) one.why_not = WhyNot::room_lost;
    return one;
}

Session put_off(int number, int week) {
    auto one = session(number, week, Outcome::not_held);
    one.rearranged = true;
    return one;
}

using Numbers = std::map<int, int>;

TEST(NumbersByDay, follow_the_session_that_was_put_off_behind_the_others) {
    EXPECT_EQ(
        numbers_by_day({session(1, 1), put_off(2, 2), session(3, 3), session(4, 4), session(2, 5)}),
        (Numbers{{2, 4}, {3, 2}, {4, 3}})
    );
}

TEST(NumbersByDay, stay_where_sessions_stand_in_order) {
    EXPECT_EQ(numbers_by_day({session(1, 1), session(2, 2)}), Numbers{});
    EXPECT_EQ(numbers_by_day({put_off(1, 1), session(1, 2), session(2, 3)}), Numbers{})
        << "put off by a few days";
}

TEST(NumbersByDay, count_a_session_that_was_missed_and_not_made_up_for) {
    EXPECT_EQ(numbers_by_day({session(1, 1), session(2, 2, Outcome::not_held), session(3, 3)}), Numbers{});
}

TEST(NumbersByDay, count_what_was_put_off_twice_once) {
    EXPECT_EQ(
        numbers_by_day({put_off(1, 1), session(2, 2), put_off(1, 3), session(1, 4)}),
        (Numbers{{1, 2}, {2, 1}})
    );
}

TEST(NumbersByDay, come_back_when_putting_off_is_undone) {
    EXPECT_EQ(
        numbers_by_day({session(1, 1), session(4, 2), session(2, 3), session(3, 4)}),
        (Numbers{{2, 3}, {3, 4}, {4, 2}})
    );
}

}  // namespace
}  // namespace programmes
