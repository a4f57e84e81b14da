#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "cases/rules.hpp"

namespace {

Date any_day() { return *calendar::date(2025, 9, 1) + *rc::gen::inRange(0, 700); }

template <class Period>
std::vector<Period> any_periods(int longest) {
    std::vector<Period> periods(*rc::gen::inRange<std::size_t>(0, 6));
    for (auto& period : periods) {
        period.starts_on = any_day();
        period.ends_on = period.starts_on + *rc::gen::inRange(0, longest);
    }
    return periods;
}

schools::OpenDays any_school() { return {any_periods<schools::Term>(90), any_periods<schools::Closure>(14)}; }

}  // namespace

RC_GTEST_PROP(SchoolWeeksProperties, the_window_never_opens_before_that_of_calendar_weeks, ()) {
    auto const last = any_day();
    auto const opens = *rc::gen::inRange(1, 10);
    auto const closes = opens + *rc::gen::inRange(0, 5);
    auto const school = any_school();
    auto const counted = cases::impact_window(last, opens, closes, &school);
    auto const calendar_weeks = cases::impact_window(last, opens, closes);
    RC_ASSERT(counted.opens_on >= calendar_weeks.opens_on);
    RC_ASSERT(counted.closes_on >= calendar_weeks.closes_on);
    RC_ASSERT(counted.opens_on <= counted.closes_on);
}

RC_GTEST_PROP(SchoolWeeksProperties, a_closure_more_never_opens_the_window_sooner, ()) {
    auto const last = any_day();
    auto school = any_school();
    auto const before = cases::impact_window(last, 4, 6, &school);
    for (auto const& more : any_periods<schools::Closure>(14)) school.closures.push_back(more);
    auto const after = cases::impact_window(last, 4, 6, &school);
    RC_ASSERT(before.opens_on <= after.opens_on);
    RC_ASSERT(before.closes_on <= after.closes_on);
}
