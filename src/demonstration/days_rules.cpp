#include "demonstration/days_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "schools/rules.hpp"

namespace demonstration {
namespace {

constexpr int weeks_of_a_term = 7;
constexpr int weeks_between_terms = weeks_of_a_term + 1;
constexpr int this_terms_first_week = -5;
constexpr int last_weekday = 4;

std::vector<int> first_weeks_of_terms() {
    auto week = this_terms_first_week;
    while (week - weeks_between_terms >= first_week) week -= weeks_between_terms;
    std::vector<int> weeks;
    for (; week + weeks_of_a_term <= last_week; week += weeks_between_terms) weeks.push_back(week);
    return weeks;
}

}  // namespace

Date day_in_week(Date today, int week, int weekday) {
    return calendar::monday_of(today) + week * calendar::days_in_week + weekday;
}

std::vector<schools::Period> terms_around(Date today) {
    std::vector<schools::Period> terms;
    std::map<int, int> number_in_year;
    for (auto const week : first_weeks_of_terms()) {
        auto const starts_on = day_in_week(today, week, 0);
        auto const year = calendar::school_year(starts_on);
        terms.push_back(
            {fmt::format("Term {} of {} to {}", ++number_in_year[year], year, year + 1),
             starts_on,
             day_in_week(today, week + weeks_of_a_term - 1, last_weekday)}
        );
    }
    return terms;
}

std::vector<schools::Period> closures_around(Date today) {
    std::vector<schools::Period> closures;
    for (auto const week : first_weeks_of_terms()) {
        auto const day = day_in_week(today, week, 0);
        closures.push_back({"Training day", day, day});
    }
    return closures;
}

SchoolDays::SchoolDays(schools::OpenDays const& open, Date today) {
    for (auto day = day_in_week(today, first_week, 0); day <= day_in_week(today, last_week, last_weekday);
         day = day + 1)
        if (schools::is_school_day(day, open.terms, open.closures)) days_.push_back(day);
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
