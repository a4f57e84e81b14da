#include "demonstration/days_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "schools/bank_holidays.hpp"
#include "schools/rules.hpp"

namespace demonstration {
namespace {

constexpr int last_weekday = 4;

// A holiday's weeks are those whose Mondays lie between two days; after it a term begins.
struct HolidayOfTheYear {
    std::pair<unsigned, unsigned> first;
    std::pair<unsigned, unsigned> last;
    std::string_view season_after;
    int number_after = 1;
};
constexpr std::array<HolidayOfTheYear, 6> holidays_of_the_year{{
    {{2, 12}, {2, 18}, "Spring", 2},
    {{3, 30}, {4, 12}, "Summer", 1},
    {{5, 25}, {5, 31}, "Summer", 2},
    {{7, 21}, {8, 29}, "Autumn", 1},
    {{10, 24}, {10, 30}, "Autumn", 2},
    {{12, 19}, {1, 1}, "Spring", 1},
}};

// A holiday where it lies in other schools, counted in weeks from this one.
struct Holiday {
    int week = 0;
    int weeks = 0;
    std::string term_after;
};

Holiday holiday_in(int year, HolidayOfTheYear const& one, Date today) {
    bool const ends_next_year = one.last.first < one.first.first;
    auto monday = calendar::monday_of(*calendar::date(year, one.first.first, one.first.second) + 6);
    auto const last = *calendar::date(year + (ends_next_year ? 1 : 0), one.last.first, one.last.second);
    Holiday holiday{
        .week = (monday - calendar::monday_of(today)) / calendar::days_in_week, .weeks = 0, .term_after = {}};
    for (; monday <= last; monday = monday + calendar::days_in_week) ++holiday.weeks;
    auto const school_year =
        one.season_after == "Autumn" && one.number_after == 1 ? year : calendar::school_year(last);
    holiday.term_after =
        fmt::format("{} {} of {} to {}", one.season_after, one.number_after, school_year, school_year + 1);
    return holiday;
}

// From before the first week that is told of until after the last one.
std::vector<Holiday> holidays_around(Date today) {
    auto const this_year = static_cast<int>(std::chrono::year_month_day(today.day).year());
    std::vector<Holiday> holidays;
    for (int year = this_year - 3; year <= this_year + 2; ++year)
        for (auto const& one : holidays_of_the_year) holidays.push_back(holiday_in(year, one, today));
    return holidays;
}

// What is told of now needs school in these: programmes that run or have just ended, and some that ended when
// the impact is measured today.
constexpr std::array weeks_needed{-5, -2, -1, 0, 1};

bool leaves_school_in_the_weeks_needed(int week, int weeks) {
    return std::ranges::none_of(weeks_needed, [&](int needed) {
        return week <= needed && needed < week + weeks;
    });
}

constexpr int shortest_term = 3;  // weeks
constexpr int longest_term = 9;
constexpr int furthest = 9;  // that a holiday is moved, in weeks
constexpr int never = 1'000'000;

// The cheapest way to move holidays so that the last of them is moved by so many weeks.
struct Moved {
    int cost = never;
    int before = 0;  // how far the holiday before it is moved
};
using MovedBy = std::array<Moved, 2 * furthest + 1>;

MovedBy moved_after(Holiday const& before, MovedBy const& ways, Holiday const& next) {
    MovedBy found;
    for (int move = -furthest; move <= furthest; ++move) {
        if (!leaves_school_in_the_weeks_needed(next.week + move, next.weeks)) continue;
        auto& best = found.at(static_cast<std::size_t>(move + furthest));
        for (int earlier = -furthest; earlier <= furthest; ++earlier) {
            int const term = next.week + move - (before.week + earlier + before.weeks);
            int const cost = ways.at(static_cast<std::size_t>(earlier + furthest)).cost + move * move;
            if (term >= shortest_term && term <= longest_term && cost < best.cost) best = {cost, earlier};
        }
    }
    return found;
}

// Moves holidays off the weeks that are needed, each as little as can be, so that terms keep their lengths.
// The first stays: it is years ago.
void make_room_for_the_stories(std::vector<Holiday>& holidays) {
    std::vector<MovedBy> ways(holidays.size());
    ways.front().at(furthest) = {0, 0};
    for (std::size_t at = 1; at < holidays.size(); ++at)
        ways[at] = moved_after(holidays[at - 1], ways[at - 1], holidays[at]);
    auto const cheapest = std::ranges::min_element(ways.back(), {}, &Moved::cost);
    auto move = static_cast<int>(cheapest - ways.back().begin()) - furthest;
    for (auto at = holidays.size() - 1; at > 0; --at) {
        holidays[at].week += move;
        move = ways[at].at(static_cast<std::size_t>(move + furthest)).before;
    }
}

Date first_day_back(Date monday) {
    auto day = monday;
    while (schools::is_bank_holiday(day)) day = day + 1;
    return day;
}

}  // namespace

Date day_in_week(Date today, int week, int weekday) {
    return calendar::monday_of(today) + week * calendar::days_in_week + weekday;
}

std::vector<schools::Period> terms_around(Date today) {
    auto holidays = holidays_around(today);
    make_room_for_the_stories(holidays);
    std::vector<schools::Period> terms;
    for (std::size_t at = 1; at < holidays.size(); ++at) {
        auto const& before = holidays[at - 1];
        int const first = before.week + before.weeks;
        int const last = holidays[at].week - 1;
        if (last < first_week || first > last_week) continue;
        terms.push_back(
            {before.term_after,
             first_day_back(day_in_week(today, first, 0)),
             day_in_week(today, last, last_weekday)}
        );
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
