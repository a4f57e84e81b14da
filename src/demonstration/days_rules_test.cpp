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

}  // namespace
}  // namespace demonstration
