#include "impact/rules.hpp"

#include <gtest/gtest.h>

namespace impact {
namespace {

constexpr Date last{std::chrono::sys_days{std::chrono::year{2026} / 6 / 23}};

TEST(ImpactWindow, it_opens_four_weeks_after_the_last_session_and_late_is_late_for_ever) {
    auto const window = cases::impact_window(last, 4, 6);
    for (int day = 0; day <= 100; ++day) {
        auto const due = due_on(window, last + day);
        ASSERT_EQ(due.open, day >= 28);
        ASSERT_EQ(due.days_late, day <= 42 ? 0 : day - 42);
    }
}

// All 32 cases of what bears on the review.
TEST(Reviewing, the_class_teacher_of_the_day_reviews_a_completed_programme_once_and_never_its_deliverer) {
    for (bool const completed : {false, true})
        for (bool const teacher : {false, true})
            for (bool const deliverer : {false, true})
                for (bool const reviewed : {false, true})
                    for (bool const open : {false, true}) {
                        Due due;
                        due.open = open;
                        auto const objection = objection_to_reviewing(
                            {.completed = completed,
                             .by_class_teacher = teacher,
                             .by_a_deliverer = deliverer,
                             .reviewed = reviewed},
                            due
                        );
                        ASSERT_EQ(!objection, completed && teacher && !deliverer && !reviewed && open);
                    }
}

TEST(Measures, are_said_to_be_one_persons_only_where_they_are) {
    auto const id = [](char figure) {
        return StaffId::parse("0190b6e0-0000-7000-8000-00000000000" + std::string(1, figure)).value();
    };
    FirstMeasurer const bello{id('1'), "Ana Bello"};
    FirstMeasurer const georgiou{id('2'), "Elena Georgiou"};
    ImpactReview review;
    review.reviewer = georgiou.id;
    review.reviewer_name = georgiou.name;
    EXPECT_EQ(
        what_measures_tell({georgiou}, review),
        "Two numbers by one person show where to look; they do not prove what caused a change."
    );
    EXPECT_EQ(
        what_measures_tell({bello}, review),
        "The measure before is by Ana Bello, the one after by Elena Georgiou. Numbers by different people "
        "show "
        "where to look; they do not prove that anything changed, or why."
    );
    EXPECT_NE(
        what_measures_tell({bello, georgiou}, review).find("by Ana Bello and Elena Georgiou, "),
        std::string::npos
    );
    EXPECT_EQ(
        what_measures_tell({}, review),
        "Nobody measured before the programme, so these numbers show no change."
    );
}

TEST(CheckIns, who_was_not_seen_for_four_weeks_is_shown) {
    EXPECT_FALSE(is_long_unseen(last, {}, last + 27));
    EXPECT_TRUE(is_long_unseen(last, {}, last + 28));
    EXPECT_FALSE(is_long_unseen(last, last + 20, last + 28));
}

TEST(CheckIns, are_of_today_or_of_a_day_before_it) {
    EXPECT_EQ(objection_to_check_in(last + 1, last), Refusal::held_in_the_future);
    EXPECT_FALSE(objection_to_check_in(last, last));
    EXPECT_FALSE(objection_to_check_in(last - 1, last));
    EXPECT_FALSE(objection_to_check_in(std::nullopt, last)) << "one that is asked for";
}

TEST(CheckIns, the_deliverer_and_the_class_teacher_ask_until_the_last_day) {
    for (bool const holds : {false, true})
        for (bool const teaches : {false, true}) {
            EXPECT_EQ(may_ask_for_check_in(holds, teaches, {}, last), holds || teaches);
            EXPECT_EQ(may_ask_for_check_in(holds, teaches, last, last), holds || teaches);
            EXPECT_FALSE(may_ask_for_check_in(holds, teaches, last, last + 1));
        }
}

}  // namespace
}  // namespace impact
