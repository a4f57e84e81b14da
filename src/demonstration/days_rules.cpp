#include "demonstration/days_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string_view>
#include <utility>

#include "schools/bank_holidays.hpp"
#include "schools/rules.hpp"

namespace demonstration {
namespace {

constexpr int last_weekday = 4;

// The Mondays of a holiday's weeks, by month and day.
struct Holiday {
    std::pair<unsigned, unsigned> first;
    std::pair<unsigned, unsigned> last;
};
constexpr std::array<Holiday, 7> holidays{{
    {{1, 1}, {1, 1}},  // Christmas, where its second week begins with the year
    {{2, 12}, {2, 18}},
    {{3, 30}, {4, 12}},
    {{5, 25}, {5, 31}},
    {{7, 21}, {8, 29}},
    {{10, 24}, {10, 30}},
    {{12, 19}, {12, 31}},
}};

bool begins_a_holiday_week(Date monday) {
    std::chrono::year_month_day const day(monday.day);
    std::pair const at(static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return std::ranges::any_of(holidays, [&](auto const& one) { return one.first <= at && at <= one.last; });
}

// What is told of now needs school in these: programmes that run or have just ended.
constexpr int first_week_needed = -2;
constexpr int last_week_needed = 1;

bool is_at_work(Date today, int week) {
    bool const needed = first_week_needed <= week && week <= last_week_needed;
    return needed || !begins_a_holiday_week(day_in_week(today, week, 0));
}

// A term that has begun by then is told of as a whole, so that none lasts a single week.
int end_of_term(Date today, int week, int step) {
    while (is_at_work(today, week + step)) week += step;
    return week;
}

Date first_day_back(Date monday) {
    auto day = monday;
    while (schools::is_bank_holiday(day)) day = day + 1;
    return day;
}

std::string_view season_of(Date day) {
    auto const month = static_cast<unsigned>(std::chrono::year_month_day(day.day).month());
    if (month >= 9) return "Autumn";
    return month <= 3 ? "Spring" : "Summer";
}

}  // namespace

Date day_in_week(Date today, int week, int weekday) {
    return calendar::monday_of(today) + week * calendar::days_in_week + weekday;
}

int weekday_after(Date school_day, int weekdays) {
    return (school_day - calendar::monday_of(school_day) + weekdays) % (last_weekday + 1);
}

std::vector<schools::Period> terms_around(Date today) {
    std::vector<schools::Period> terms;
    int const first = end_of_term(today, first_week, -1);
    int const last = end_of_term(today, last_week, 1);
    for (int week = first; week <= last; ++week) {
        if (!is_at_work(today, week)) continue;
        if (week == first || !is_at_work(today, week - 1))
            terms.push_back({"", first_day_back(day_in_week(today, week, 0)), {}});
        terms.back().ends_on = day_in_week(today, week, last_weekday);
    }
    std::map<std::pair<int, std::string_view>, int> number_in_season;
    for (auto& term : terms) {
        auto const middle = term.starts_on + (term.ends_on - term.starts_on) / 2;
        auto const year = calendar::school_year(middle);
        auto const season = season_of(middle);
        auto const number = ++number_in_season[{year, season}];
        term.name = fmt::format("{} {} of {} to {}", season, number, year, year + 1);
    }
    return terms;
}

std::vector<schools::Period> closures_around(Date today) {
    std::vector<schools::Period> closures;
    for (auto const& term : terms_around(today))
        if (calendar::monday_of(term.starts_on) != calendar::monday_of(today))
            closures.push_back({"Training day", term.starts_on, term.starts_on});
    return closures;
}

SchoolDays::SchoolDays(schools::OpenDays const& open, Date today) {
    for (auto day = day_in_week(today, first_week, 0); day <= day_in_week(today, last_week, last_weekday);
         day = day + 1)
        if (schools::is_school_day(day, open.terms, open.closures)) days_.push_back(day);
}

int SchoolDays::week_before(Date today, int school_weeks) const {
    int week = 0;
    for (int counted = 0; counted < school_weeks && week > first_week; --week) {
        auto const monday = day_in_week(today, week - 1, 0);
        if (first_from(monday) < monday + calendar::days_in_week) ++counted;
    }
    return week;
}

bool SchoolDays::holds(Date day) const { return std::ranges::binary_search(days_, day); }

Date SchoolDays::counted_from(Date day, int school_days) const {
    auto const at = std::ranges::upper_bound(days_, day) - days_.begin() - 1 + school_days;
    auto const last = static_cast<std::ptrdiff_t>(days_.size()) - 1;
    return days_[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at, 0, last))];
}

Date SchoolDays::first_from(Date day) const {
    auto const found = std::ranges::lower_bound(days_, day);
    return found == days_.end() ? days_.back() : *found;
}

std::vector<Date> SchoolDays::weekly_until(Date last, int sessions) const {
    std::vector<Date> days;
    for (auto day = last; static_cast<int>(days.size()) < sessions && day >= days_.front();
         day = day - calendar::days_in_week)
        if (holds(day)) days.push_back(day);
    std::ranges::reverse(days);
    return days;
}

}  // namespace demonstration
