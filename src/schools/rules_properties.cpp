#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

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

RC_GTEST_PROP(AYearForwardProperties, every_weekday_stays_the_same, ()) {
    auto const terms = any_terms();
    for (auto const& moved : a_year_forward({terms, {}}, 2025).terms) {
        auto const same = [&](Term const& term) {
            return term.starts_on == moved.starts_on - 364 && term.ends_on == moved.ends_on - 364;
        };
        RC_ASSERT(std::ranges::any_of(terms, same));
    }
}
