#include "schools/rules.hpp"

#include <gtest/gtest.h>

#include "schools/bank_holidays.hpp"

namespace schools {
namespace {

Date day(std::string_view iso) { return *calendar::parse_iso(iso); }

Term term(std::string_view first, std::string_view last, std::int64_t number = 1) {
    return {TermId::make({number}), "Summer 2026", day(first), day(last)};
}

Closure closure(std::string_view first, std::string_view last) {
    return {ClosureId::make({1}), "Half term", day(first), day(last)};
}

std::vector<Term> const summer{term("2026-04-13", "2026-07-22")};
std::vector<Closure> const half_term{closure("2026-05-25", "2026-05-29")};

TEST(SchoolDays, are_weekdays_within_a_term) {
    EXPECT_TRUE(is_school_day(day("2026-05-12"), summer, half_term));
    EXPECT_FALSE(is_school_day(day("2026-05-16"), summer, half_term));  // Saturday
    EXPECT_FALSE(is_school_day(day("2026-05-17"), summer, half_term));  // Sunday
    EXPECT_TRUE(is_school_day(day("2026-04-13"), summer, half_term));   // the first day
    EXPECT_TRUE(is_school_day(day("2026-07-22"), summer, half_term));   // the last
    EXPECT_FALSE(is_school_day(day("2026-07-23"), summer, half_term));
}

TEST(BankHolidays, are_known_to_the_end_of_a_year) {
    auto const until = bank_holidays_known_until();
    EXPECT_EQ(calendar::iso(until), "2028-12-31");
    EXPECT_TRUE(bank_holidays_between(until + 1, until + 400).empty());
    EXPECT_EQ(bank_holidays_between(until - 365, until).size(), 8U);
}

TEST(SchoolDays, leave_out_closures_and_bank_holidays_that_nobody_entered) {
    EXPECT_FALSE(is_school_day(day("2026-05-25"), summer, half_term));
    EXPECT_FALSE(is_school_day(day("2026-05-29"), summer, half_term));
    EXPECT_FALSE(is_school_day(day("2026-05-04"), summer, {}));  // Early May bank holiday
    EXPECT_TRUE(is_bank_holiday(day("2026-12-25")));
    EXPECT_FALSE(is_bank_holiday(day("2026-12-24")));
    EXPECT_EQ(bank_holidays_between(day("2026-04-01"), day("2026-05-31")).size(), 4U);
}

TEST(SchoolWeeks, have_a_school_day_or_lie_after_the_last_term_on_record) {
    EXPECT_TRUE(is_school_week(day("2026-05-17"), summer, half_term));   // a Sunday of a full week
    EXPECT_FALSE(is_school_week(day("2026-05-26"), summer, half_term));  // half term
    EXPECT_TRUE(is_school_week(day("2026-05-05"), summer, half_term));   // bank holiday on its Monday
    EXPECT_FALSE(is_school_week(day("2026-04-08"), summer, half_term));  // before the term
    EXPECT_TRUE(is_school_week(day("2026-07-24"), summer, half_term));   // the last two days are holidays
    EXPECT_TRUE(is_school_week(day("2026-08-05"), summer, half_term));   // the autumn is not on record yet
}

TEST(SessionDays, fall_on_the_same_weekday_and_skip_the_half_term) {
    auto const days = session_days(day("2026-05-12"), 4, summer, half_term);
    EXPECT_EQ(
        days, (std::vector{day("2026-05-12"), day("2026-05-19"), day("2026-06-02"), day("2026-06-09")})
    );
}

TEST(SessionDays, skip_bank_holidays_and_go_on_after_the_holidays_between_terms) {
    std::vector const terms{term("2026-02-23", "2026-03-27", 1), term("2026-04-13", "2026-07-22", 2)};
    auto const mondays = session_days(day("2026-03-23"), 4, terms, {});
    EXPECT_EQ(
        mondays, (std::vector{day("2026-03-23"), day("2026-04-13"), day("2026-04-20"), day("2026-04-27")})
    );
    auto const over_may = session_days(day("2026-04-27"), 2, terms, {});
    EXPECT_EQ(over_may, (std::vector{day("2026-04-27"), day("2026-05-11")}));
}

TEST(SessionDays, are_fewer_where_the_known_terms_end) {
    EXPECT_EQ(session_days(day("2026-07-14"), 6, summer, half_term).size(), 2U);
    EXPECT_TRUE(session_days(day("2026-07-14"), 6, {}, {}).empty());
}

// Every first day of the summer term with every length up to 8.
TEST(SessionDays, are_every_school_day_of_that_weekday_in_any_term) {
    for (auto first = day("2026-04-01"); first <= day("2026-07-22"); first = first + 1)
        for (int weeks = 0; weeks <= 8; ++weeks) {
            std::vector<Date> expected;
            for (auto next = first; next <= day("2026-07-22"); next = next + 1)
                if (calendar::weekday_of(next) == calendar::weekday_of(first) &&
                    is_school_day(next, summer, half_term) && std::ssize(expected) < weeks)
                    expected.push_back(next);
            ASSERT_EQ(session_days(first, weeks, summer, half_term), expected) << calendar::iso(first);
        }
}

PolicyVersion version(std::string number, std::string_view from, std::optional<Date> next_review = {}) {
    return {
        .id = {}, .number = std::move(number), .in_force_from_on = day(from), .next_review_on = next_review};
}

TEST(Policy, the_version_that_came_into_force_last_counts) {
    std::vector const versions{
        version("1.3", "2024-09-01"), version("1.5", "2026-09-01"), version("1.4", "2025-09-01")};
    EXPECT_FALSE(policy_in_force(versions, day("2024-08-31")));
    EXPECT_EQ(policy_in_force(versions, day("2024-09-01"))->number, "1.3");
    EXPECT_EQ(policy_in_force(versions, day("2026-08-31"))->number, "1.4");
    EXPECT_EQ(policy_in_force(versions, day("2026-09-01"))->number, "1.5");
    EXPECT_FALSE(policy_in_force({}, day("2026-09-01")));
}

TEST(Policy, that_withy_began_with_gives_way_up_to_today_and_the_schools_own_to_no_day_after_its_own) {
    auto only = version("1", "2026-03-02");
    EXPECT_TRUE(is_withys_own(only));
    EXPECT_EQ(corrects_up_to(only, day("2026-05-12")), day("2026-05-12"));
    only.version = 2;
    EXPECT_FALSE(is_withys_own(only));
    EXPECT_EQ(corrects_up_to(only, day("2026-05-12")), day("2026-03-02"));
}

TEST(Policy, a_review_is_ahead_then_due_soon_then_overdue) {
    auto const reviewed = version("1.3", "2024-09-01", day("2026-09-01"));
    EXPECT_EQ(review_state(reviewed, day("2026-08-01")), ReviewState::ahead);
    EXPECT_EQ(review_state(reviewed, day("2026-08-02")), ReviewState::due_soon);
    EXPECT_EQ(review_state(reviewed, day("2026-09-01")), ReviewState::due_soon);
    EXPECT_EQ(review_state(reviewed, day("2026-09-02")), ReviewState::overdue);
    EXPECT_EQ(review_state(version("1.3", "2024-09-01"), day("2026-09-02")), ReviewState::not_planned);
}

TEST(Terms, that_share_a_day_overlap) {
    EXPECT_TRUE(overlaps_a_term({"", day("2026-07-22"), day("2026-08-31")}, summer));
    EXPECT_TRUE(overlaps_a_term({"", day("2026-04-01"), day("2026-04-13")}, summer));
    EXPECT_TRUE(overlaps_a_term({"", day("2026-05-01"), day("2026-05-02")}, summer));
    EXPECT_TRUE(overlaps_a_term({"", day("2026-01-01"), day("2026-12-31")}, summer));
    EXPECT_FALSE(overlaps_a_term({"", day("2026-07-23"), day("2026-08-31")}, summer));
    EXPECT_FALSE(overlaps_a_term({"", day("2026-04-13"), day("2026-07-20")}, summer, summer[0].id));
}

TEST(AYearForward, moves_every_day_by_52_weeks_and_the_year_in_the_name) {
    auto const forward = a_year_forward({summer, half_term}, 2025);
    ASSERT_EQ(forward.terms.size(), 1U);
    EXPECT_EQ(forward.terms[0].name, "Summer 2027");
    EXPECT_EQ(forward.terms[0].starts_on, day("2027-04-12"));
    EXPECT_EQ(forward.closures[0].starts_on, day("2027-05-24"));
    EXPECT_TRUE(a_year_forward({summer, half_term}, 2026).terms.empty());
}

}  // namespace
}  // namespace schools
