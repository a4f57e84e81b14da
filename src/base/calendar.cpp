#include "base/calendar.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <charconv>

namespace calendar {
namespace {

namespace chr = std::chrono;

constexpr std::array<std::string_view, 12> month_names{
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"};
constexpr std::array<std::string_view, 7> weekday_names{
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

chr::year_month_day parts(Date date) { return date.day; }

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

::date::time_zone const& england() {
    static auto const* const zone = ::date::locate_zone("Europe/London");
    return *zone;
}

// Each thread keeps the half-year that it looked up last: most days of a page fall into the same one.
chr::seconds offset_at(chr::sys_seconds when) {
    thread_local ::date::sys_info known{};
    if (when < known.begin || when >= known.end) known = england().get_info(when);
    return known.offset;
}

auto local(Instant instant) {
    chr::sys_time<chr::milliseconds> const when{chr::milliseconds{instant.milliseconds}};
    return when + offset_at(chr::floor<chr::seconds>(when));
}

}  // namespace

std::optional<Date> date(int year, unsigned month, unsigned day) {
    if (year < 1000 || year > 9999) return std::nullopt;
    // The standard library keeps months and days in one byte, where 257 would be 1.
    if (month > 12 || day > 31) return std::nullopt;
    chr::year_month_day const parts{chr::year{year}, chr::month{month}, chr::day{day}};
    if (!parts.ok()) return std::nullopt;
    return Date{chr::sys_days{parts}};
}

std::optional<Date> parse_iso(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = whole_number<int>(text.substr(0, 4));
    auto const month = whole_number<unsigned>(text.substr(5, 2));
    auto const day = whole_number<unsigned>(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    return date(*year, *month, *day);
}

std::string iso(Date date) {
    auto const ymd = parts(date);
    return fmt::format(
        "{:04}-{:02}-{:02}",
        static_cast<int>(ymd.year()),
        static_cast<unsigned>(ymd.month()),
        static_cast<unsigned>(ymd.day())
    );
}

std::string in_words(Date date) {
    return std::string(weekday_name(weekday_of(date))) + ' ' + day_month_year(date);
}

std::string day_month_year(Date date) {
    return day_and_month(date) + ' ' + std::to_string(static_cast<int>(parts(date).year()));
}

std::string weekday_day_month(Date date) {
    return std::string(weekday_name(weekday_of(date))) + ' ' + day_and_month(date);
}

std::string day_and_month(Date date) {
    auto const ymd = parts(date);
    auto words = std::to_string(static_cast<unsigned>(ymd.day()));
    words += ' ';
    words += month_name(static_cast<unsigned>(ymd.month()));
    return words;
}

std::string_view month_name(unsigned month) {
    return month >= 1 && month <= month_names.size() ? month_names[month - 1] : std::string_view{};
}

std::string_view weekday_name(chr::weekday weekday) { return weekday_names[weekday.c_encoding()]; }

chr::weekday weekday_of(Date date) { return chr::weekday{date.day}; }

Date monday_of(Date date) { return date - static_cast<int>((weekday_of(date) - chr::Monday).count()); }

Date local_date(Instant instant) {
    return {chr::sys_days{chr::floor<chr::days>(local(instant)).time_since_epoch()}};
}

std::string local_time(Instant instant) {
    auto const time = local(instant);
    auto const minute = chr::floor<chr::minutes>(time - chr::floor<chr::days>(time)).count();
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

std::string in_words(Instant instant) {
    return fmt::format("{} at {}", in_words(local_date(instant)), local_time(instant));
}

Instant start_of(Date date) {
    ::date::local_days const day{date.day.time_since_epoch()};
    return {chr::duration_cast<chr::milliseconds>(
                england().to_sys(day, ::date::choose::earliest).time_since_epoch()
    )
                .count()};
}

std::optional<Instant> instant_at(Date date, std::string_view time) {
    auto const separator = time.find_first_of(":.");
    if (separator > 2 || time.size() != separator + 3) return std::nullopt;
    auto const hour = whole_number<unsigned>(time.substr(0, separator));
    auto const minute = whole_number<unsigned>(time.substr(separator + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;

    auto const shown =
        ::date::local_days{date.day.time_since_epoch()} + chr::hours{*hour} + chr::minutes{*minute};
    auto const instant = england().to_sys(shown, ::date::choose::earliest);
    return Instant{chr::duration_cast<chr::milliseconds>(instant.time_since_epoch()).count()};
}

Date years_later(Date day, int years) {
    auto const then = parts(day) + chr::years{years};
    if (then.ok()) return Date{chr::sys_days{then}};
    return Date{chr::sys_days{then.year() / then.month() / chr::last}};
}

int years_between(Date birth, Date day) {
    auto const from = parts(birth);
    auto const to = parts(day);
    int const years = static_cast<int>(to.year()) - static_cast<int>(from.year());
    bool const birthday_to_come =
        to.month() < from.month() || (to.month() == from.month() && to.day() < from.day());
    return birthday_to_come ? years - 1 : years;
}

int school_year(Date date) {
    auto const ymd = parts(date);
    auto const year = static_cast<int>(ymd.year());
    return ymd.month() >= chr::September ? year : year - 1;
}

}  // namespace calendar
