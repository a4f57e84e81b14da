#include "http/date_limits.hpp"

#include <algorithm>

namespace http {
namespace {

std::string named(Date day, Date today) { return day == today ? "today" : calendar::day_month_year(day); }

}  // namespace

std::string DateLimits::in_words() const {
    if (earliest == latest) return "Enter " + named(earliest, today);
    return "Enter a day between " + named(earliest, today) + " and " + named(latest, today);
}

DateLimits within_the_last(int years, Date today) { return around(years, 0, today); }

DateLimits since(Date earliest, Date today) {
    return {.earliest = std::min(earliest, today), .latest = today, .today = today};
}

DateLimits within_the_next(int years, Date today) { return around(0, years, today); }

DateLimits around(int years_before, int years_after, Date today) {
    return {
        .earliest = calendar::years_later(today, -years_before),
        .latest = calendar::years_later(today, years_after),
        .today = today};
}

}  // namespace http
