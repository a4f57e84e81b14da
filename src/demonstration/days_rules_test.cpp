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

int weeks_between(Date from, Date to) { return (to - from) / calendar::days_in_week; }

TEST(TermsOfAMadeUpSchool, are_plausible_on_every_day_of_a_year) {
    for (auto today = on(2026, 9, 1); today < on(2027, 9, 2); today = today + 1) {
        auto const terms = terms_around(today);
        auto const about = "on " + calendar::in_words(today);
        int summers = 0;
        for (std::size_t at = 0; at < terms.size(); ++at) {
            auto const& term = terms[at];
            EXPECT_LE(weeks_between(calendar::monday_of(term.starts_on), term.ends_on) + 1, 9)
                << term.name << ' ' << about;
            if (at == 0) continue;
            auto const weeks = weeks_between(terms[at - 1].ends_on, term.starts_on);
            EXPECT_GE(weeks, 1) << term.name << ' ' << about;
            if (!term.name.starts_with("Autumn 1")) continue;
            EXPECT_TRUE(terms[at - 1].name.starts_with("Summer 2")) << about;
            EXPECT_GE(weeks, 5) << term.name << ' ' << about;
            ++summers;
        }
        EXPECT_GE(summers, 2) << about;
    }
}

TEST(TermsOfAMadeUpSchool, keep_their_places_where_the_stories_need_no_others) {
    for (auto const today : {on(2026, 9, 28), on(2026, 10, 1)}) {
        auto const terms = terms_around(today);
        auto const summer = std::ranges::find(terms, "Summer 2 of 2025 to 2026", &schools::Period::name);
        ASSERT_NE(summer, terms.end());
        EXPECT_LE(summer->ends_on, on(2026, 7, 24)) << calendar::in_words(today);
        auto const autumn = std::ranges::find(terms, "Autumn 1 of 2026 to 2027", &schools::Period::name);
        ASSERT_NE(autumn, terms.end());
        EXPECT_GE(autumn->starts_on, on(2026, 8, 24)) << calendar::in_words(today);
        EXPECT_LE(autumn->ends_on, on(2026, 10, 30)) << calendar::in_words(today);
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
