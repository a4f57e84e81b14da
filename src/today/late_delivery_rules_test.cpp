#include "today/late_delivery_rules.hpp"

#include <gtest/gtest.h>

#include <type_traits>

#include "need_to_know/named_test.hpp"

namespace today {
namespace {

using cases::Stage;
using programmes::Outcome;

Date const tuesday = *calendar::parse_iso("2026-05-12");

programmes::Session session(int number, Date on, Outcome outcome = Outcome::planned) {
    programmes::Session one;
    one.number = number;
    one.planned_on = on;
    one.outcome = outcome;
    return one;
}

programmes::Programme friends(std::optional<Date> started_on) {
    programmes::Programme programme;
    programme.name = "Friendship group";
    programme.deliverer_name = "Joan Barker";
    programme.started_on = started_on;
    return programme;
}

// Nobody without a name that need to know has given.
static_assert(!std::is_default_constructible_v<HeldUp>);

HeldUp held_up(std::string const& forename, Stage stage, Date due_on) {
    pupils::Pupil pupil;
    pupil.forename = forename;
    auto const child = need_to_know::named_to_the_senco(pupil);
    return {child, child.forename(), stage, due_on};
}

std::vector<HeldUp> const sam_and_nell{
    held_up("Sam", Stage::running, tuesday - 7), held_up("Nell", Stage::running, tuesday - 7)};

TEST(LateDeliveries, count_a_session_of_a_group_once_and_each_session_by_itself) {
    std::vector const sessions{
        session(1, tuesday - 14, Outcome::delivered),
        session(2, tuesday - 7),
        session(3, tuesday - 1),
        session(4, tuesday)};
    auto const items = late_deliveries(friends(tuesday - 14), sessions, sam_and_nell, tuesday);
    ASSERT_EQ(items.size(), 2U) << "today's is late tomorrow";
    EXPECT_EQ(items[0].title, "Joan Barker, to record session 2 of Friendship group");
    EXPECT_EQ(items[0].detail, "Tuesday 5 May, for Sam and Nell: held or not held?");
    EXPECT_EQ(items[0].kind, "Joan Barker, to record sessions");
    EXPECT_EQ(items[0].child, "session 2 of Friendship group");
    EXPECT_EQ(items[0].waiting, tuesday - 7);
    EXPECT_EQ(items[1].title, "Joan Barker, to record session 3 of Friendship group");
}

TEST(LateDeliveries, are_none_where_no_case_waits) {
    EXPECT_TRUE(
        late_deliveries(friends(tuesday - 14), std::vector{session(1, tuesday - 7)}, {}, tuesday).empty()
    );
}

TEST(LateDeliveries, name_a_programme_that_missed_its_start_once) {
    std::vector<HeldUp> const children{
        held_up("Sam", Stage::to_start, tuesday - 2), held_up("Nell", Stage::to_start, tuesday - 3)};
    auto const items =
        late_deliveries(friends(std::nullopt), std::vector{session(1, tuesday - 3)}, children, tuesday);
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].title, "Joan Barker, to start Friendship group");
    EXPECT_EQ(items[0].detail, "Sam and Nell have a place; it was to start on Saturday 9 May 2026.");
    EXPECT_EQ(items[0].due_on, tuesday - 3);
}

TEST(LateDeliveries, tell_who_joins_apart_from_the_sessions_of_the_others) {
    std::vector<HeldUp> children = sam_and_nell;
    children.push_back(held_up("Ned", Stage::to_start, tuesday - 1));
    auto const items =
        late_deliveries(friends(tuesday - 14), std::vector{session(2, tuesday - 7)}, children, tuesday);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0].title, "Joan Barker, to start Ned in Friendship group");
    EXPECT_EQ(items[1].title, "Joan Barker, to record session 2 of Friendship group");
}

TEST(LateDeliveries, ask_to_complete_what_has_no_session_left) {
    auto const items = late_deliveries(
        friends(tuesday - 14),
        std::vector{session(1, tuesday - 14, Outcome::delivered)},
        sam_and_nell,
        tuesday
    );
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].title, "Joan Barker, to complete Friendship group");
    EXPECT_EQ(items[0].kind, "Joan Barker, to complete programmes");
}

TEST(LateMeasure, waits_for_the_class_teacher_since_the_childs_first_day_and_says_what_would_be_lost) {
    programmes::MeasureDue late;
    late.programme_name = "Friendship group";
    late.first_day_on = tuesday - 7;
    auto const item = late_measure(late, need_to_know::named_to_the_senco({}), "Sam");
    EXPECT_EQ(item.title, "Sam's class teacher, to give the measure before the programme");
    EXPECT_EQ(
        item.detail,
        "“Friendship group” began on Tuesday 5 May 2026 for the child; once it is completed, no such measure "
        "can be given."
    );
    EXPECT_EQ(item.due_on, tuesday - 7);
    EXPECT_EQ(item.waiting, tuesday - 7);
    EXPECT_EQ(item.act->button, "Remind");
}

}  // namespace
}  // namespace today
