#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "schools/bank_holidays.hpp"
#include "schools/rules.hpp"

namespace {

using namespace schools;

Date any_day() { return *calendar::date(2025, 9, 1) + *rc::gen::inRange(0, 700); }

std::vector<Term> any_terms() {
    std::vector<Term> terms(*rc::gen::inRange<std::size_t>(0, 6));
    for (auto& term : terms) {
        term.starts_on = any_day();
        term.ends_on = term.starts_on + *rc::gen::inRange(0, 90);
    }
    return terms;
}

std::vector<Closure> any_closures() {
    std::vector<Closure> closures(*rc::gen::inRange<std::size_t>(0, 6));
    for (auto& closure : closures) {
        closure.starts_on = any_day();
        closure.ends_on = closure.starts_on + *rc::gen::inRange(0, 10);
    }
    return closures;
}

}  // namespace

RC_GTEST_PROP(SessionDaysProperties, sessions_are_on_school_days_a_whole_number_of_weeks_apart, ()) {
    auto const first = any_day();
    auto const weeks = *rc::gen::inRange(0, 12);
    auto const terms = any_terms();
    auto const closures = any_closures();
    auto const days = session_days(first, weeks, terms, closures);
    RC_ASSERT(std::ssize(days) <= weeks);
    for (std::size_t i = 0; i < days.size(); ++i) {
        RC_ASSERT(is_school_day(days[i], terms, closures));
        RC_ASSERT((days[i] - first) % calendar::days_in_week == 0);
        RC_ASSERT(i == 0 || days[i - 1] < days[i]);
    }
}

RC_GTEST_PROP(SessionDaysProperties, a_closure_more_never_brings_a_session_forward, ()) {
    auto const first = any_day();
    auto const terms = any_terms();
    auto closures = any_closures();
    auto const before = session_days(first, 6, terms, closures);
    for (auto const& more : any_closures()) closures.push_back(more);
    auto const after = session_days(first, 6, terms, closures);
    RC_ASSERT(after.size() <= before.size());
    for (std::size_t i = 0; i < after.size(); ++i) RC_ASSERT(before[i] <= after[i]);
}

RC_GTEST_PROP(SchoolDaysProperties, what_is_due_is_due_on_the_first_school_day_from_its_day_on, ()) {
    auto const terms = any_terms();
    auto const closures = any_closures();
    auto const day = any_day();
    auto const due = school_day_from(day, terms, closures);
    RC_ASSERT(day <= due);
    RC_ASSERT(school_day_from(due, terms, closures) == due);
    auto const weekday = calendar::weekday_of(due).iso_encoding();
    RC_ASSERT(weekday <= 5 && !is_bank_holiday(due));
    for (auto one = day; one < due; one = one + 1) RC_ASSERT(!is_school_day(one, terms, closures));
    for (auto const& closure : closures) RC_ASSERT(due < closure.starts_on || closure.ends_on < due);
    auto const in_term = std::ranges::any_of(terms, [&](auto const& term) { return due <= term.ends_on; });
    RC_ASSERT(!in_term || is_school_day(due, terms, closures));
}

RC_GTEST_PROP(SchoolDaysProperties, a_later_day_is_never_due_earlier, ()) {
    auto const terms = any_terms();
    auto const closures = any_closures();
    auto const day = any_day();
    auto const later = day + *rc::gen::inRange(0, 60);
    RC_ASSERT(school_day_from(day, terms, closures) <= school_day_from(later, terms, closures));
}

RC_GTEST_PROP(AYearForwardProperties, every_weekday_stays_the_same, ()) {
    auto const terms = any_terms();
    for (auto const& moved : a_year_forward({terms, {}}, 2025).terms) {
        auto const same = [&](Term const& term) {
            return term.starts_on == moved.starts_on - 364 && term.ends_on == moved.ends_on - 364;
        };
        RC_ASSERT(std::ranges::any_of(terms, same));
    }
}
