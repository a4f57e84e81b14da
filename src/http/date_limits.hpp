#pragma once

#include <string>

#include "base/calendar.hpp"

namespace http {

// The first and the last day that a form takes, so that a slip such as 1850 or 9999 is not kept as a fact.
struct DateLimits {
    Date earliest;
    Date latest;
    Date today;  // which messages name as such

    bool hold(Date day) const { return earliest <= day && day <= latest; }
    // "Enter a day between 1 September 2024 and today"
    std::string in_words() const;
};

// What has happened, at most so many years ago.
DateLimits within_the_last(int years, Date today);
// What has happened since this day.
DateLimits since(Date earliest, Date today);
// What is to come, from today on.
DateLimits within_the_next(int years, Date today);
// What may lie before today or after it.
DateLimits around(int years_before, int years_after, Date today);

}  // namespace http
