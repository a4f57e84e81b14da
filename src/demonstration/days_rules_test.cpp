#include "demonstration/days_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "schools/bank_holidays.hpp"

namespace demonstration {
namespace {

Date on(int year, unsigned month, unsigned day) { return *calendar::date(year, month, day); }

bool is_in_term(std::vector<schools::Period> const& terms, Date day) {
    return std::ranges::any_of(terms, [&](auto const& term) {
        return term.starts_on <= day && day <= term.ends_on;
    });
}

TEST(TermsOfAMadeUpSchool, are_those_of_an_english_school) {
    auto const terms = terms_around(on(2026, 11, 25));
    auto const found = std::ranges::find(terms, "Autumn 2 of 2026 to 2027", &schools::Period::name);
    ASSERT_NE(found, terms.end());
    EXPECT_EQ(found->starts_on, on(2026, 11, 2));
    EXPECT_EQ(found->ends_on, on(2026, 12, 18));
    EXPECT_FALSE(is_in_term(terms, on(2026, 10, 28)));
    EXPECT_FALSE(is_in_term(terms, on(2026, 12, 30)));
    EXPECT_FALSE(is_in_term(terms, on(2026, 8, 12)));
    EXPECT_TRUE(is_in_term(terms, on(2027, 1, 5)));
}

// Whoever looks within the term finds the year as it is in England, back to the summer and beyond it.
TEST(TermsOfAMadeUpSchool, are_those_of_an_english_school_in_every_month_of_it) {
    for (auto const today :
         {on(2026, 9, 15),
          on(2026, 10, 1),
          on(2026, 10, 15),
          on(2026, 11, 26),
          on(2026, 12, 10),
          on(2027, 1, 19),
          on(2027, 2, 4),
          on(2027, 3, 11),
          on(2027, 4, 27),
          on(2027, 5, 12),
          on(2027, 6, 22),
          on(2027, 7, 6)}) {
        auto const terms = terms_around(today);
        auto const told = [&](std::string_view name) {
            auto const found = std::ranges::find(terms, name, &schools::Period::name);
            return found == terms.end()
                       ? std::string("no such term")
                       : calendar::iso(found->starts_on) + " " + calendar::iso(found->ends_on);
        };
        SCOPED_TRACE(calendar::in_words(today));
        EXPECT_EQ(told("Summer 2 of 2025 to 2026"), "2026-06-01 2026-07-24");
        EXPECT_EQ(told("Autumn 1 of 2026 to 2027"), "2026-09-01 2026-10-23");
        EXPECT_EQ(told("Autumn 2 of 2026 to 2027"), "2026-11-02 2026-12-18");
        EXPECT_EQ(told("Spring 1 of 2026 to 2027"), "2027-01-04 2027-02-12");
        EXPECT_EQ(told("Summer 2 of 2026 to 2027"), "2027-06-07 2027-07-23");
    }
}

TEST(TermsOfAMadeUpSchool, find_whoever_looks_in_a_week_of_school) {
    for (auto today = on(2026, 1, 1); today < on(2030, 1, 1); today = today + 5) {
        auto const terms = terms_around(today);
        auto const monday = calendar::monday_of(today);
        for (int weekday = 0; weekday < 5; ++weekday)
            EXPECT_TRUE(is_in_term(terms, monday + weekday)) << calendar::in_words(today);
        for (auto const& closure : closures_around(today))
            EXPECT_NE(calendar::monday_of(closure.starts_on), monday);
    }
}

TEST(TermsOfAMadeUpSchool, begin_with_a_training_day_and_never_on_a_bank_holiday) {
    for (auto today = on(2026, 1, 1); today < on(2027, 6, 1); today = today + 5) {
        for (auto const& term : terms_around(today))
            EXPECT_FALSE(schools::is_bank_holiday(term.starts_on)) << term.name;
        for (auto const& closure : closures_around(today))
            EXPECT_FALSE(schools::is_bank_holiday(closure.starts_on)) << calendar::in_words(today);
    }
    std::set<Date> training;
    for (auto const& closure : closures_around(on(2026, 11, 25))) training.insert(closure.starts_on);
    for (auto const day : {on(2026, 9, 1), on(2027, 8, 31), on(2028, 1, 4)})
        EXPECT_TRUE(training.contains(day)) << calendar::in_words(day);
}

TEST(TermsOfAMadeUpSchool, have_six_in_a_school_year_that_is_far_off_each_with_its_own_name) {
    for (auto today = on(2026, 1, 1); today < on(2030, 1, 1); today = today + 5) {
        std::set<std::string> names;
        for (auto const& term : terms_around(today)) {
            EXPECT_TRUE(names.insert(term.name).second) << term.name << " on " << calendar::in_words(today);
            EXPECT_GT(term.ends_on - term.starts_on, calendar::days_in_week) << term.name;
        }
    }
    int terms_of_the_year = 0;
    for (auto const& term : terms_around(on(2026, 11, 25)))
        terms_of_the_year += term.name.ends_with("2025 to 2026") ? 1 : 0;
    EXPECT_EQ(terms_of_the_year, 6);
}

TEST(WeeksOfSchool, are_counted_back_over_the_holidays) {
    auto const today = on(2026, 9, 15);
    schools::OpenDays open;
    for (auto const& term : terms_around(today))
        open.terms.push_back(
            {.id = {}, .name = term.name, .starts_on = term.starts_on, .ends_on = term.ends_on}
        );
    SchoolDays const days(open, today);
    EXPECT_EQ(days.week_before(today, 0), 0);
    EXPECT_EQ(days.week_before(today, 2), -2);
    EXPECT_EQ(day_in_week(today, days.week_before(today, 3), 0), on(2026, 7, 20));
    EXPECT_EQ(day_in_week(today, days.week_before(today, 5), 0), on(2026, 7, 6));
}

TEST(ProgrammesOfAMadeUpSchool, spread_over_the_week_from_todays_weekday_on) {
    auto const a_thursday = on(2026, 11, 26);
    EXPECT_EQ(weekday_after(a_thursday, 0), 3);
    EXPECT_EQ(weekday_after(a_thursday, 1), 4);
    std::set<int> all;
    for (int later = 0; later < 5; ++later) all.insert(weekday_after(a_thursday, later));
    EXPECT_EQ(all, (std::set{0, 1, 2, 3, 4}));
}

}  // namespace
}  // namespace demonstration
