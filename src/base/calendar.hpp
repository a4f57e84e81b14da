#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

// A day of the calendar, without a time. Columns that hold one end in `_on`, as ISO text.
struct Date {
    std::chrono::sys_days day{};

    friend bool operator==(Date, Date) = default;
    friend auto operator<=>(Date, Date) = default;
};

constexpr Date operator+(Date date, int days) { return {date.day + std::chrono::days{days}}; }
constexpr Date operator-(Date date, int days) { return date + -days; }
constexpr int operator-(Date later, Date earlier) {
    return static_cast<int>((later.day - earlier.day).count());
}

namespace calendar {

constexpr int days_in_week = 7;

// Empty where there is no such day, such as 31 February, or the year has not four digits.
std::optional<Date> date(int year, unsigned month, unsigned day);

// Reads "2026-05-12" and nothing else.
std::optional<Date> parse_iso(std::string_view text);

// "2026-05-12"
std::string iso(Date date);

// "Tuesday 12 May 2026", and without the weekday, and without the year, and without both.
std::string in_words(Date date);
std::string day_month_year(Date date);
std::string weekday_day_month(Date date);
std::string day_and_month(Date date);

// "May" for 5; empty where no month has the number.
std::string_view month_name(unsigned month);
std::string_view weekday_name(std::chrono::weekday weekday);
std::chrono::weekday weekday_of(Date date);

// The Monday of the week that the date lies in.
Date monday_of(Date date);

// The day and the time of day that clocks in England show at this instant (Europe/London, time zone
// database).
Date local_date(Instant instant);
std::string local_time(Instant instant);

// "Tuesday 12 May 2026 at 14:05"
std::string in_words(Instant instant);

// The first instant of the day in England.
Instant start_of(Date date);

// The instant at which clocks in England show this time on this day; reads "9:05", "09:05" and "9.05". Empty
// where the text is no time of day. An hour that clocks go through twice is taken the first time.
std::optional<Instant> instant_at(Date date, std::string_view time);

// Whole years between birth and the day: the age in years.
int years_between(Date birth, Date day);

// The same day so many years later, or earlier for a negative number; 28 February where the year lacks the
// 29th.
Date years_later(Date day, int years);

// The September that starts the school year the date lies in: 2026 for 2 September 2026 to 31 August 2027.
int school_year(Date date);

}  // namespace calendar
