#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "base/words.hpp"

namespace exchange {

enum class DateOrder { day_first, month_first };
constexpr auto words(DateOrder) { return std::array{"day_first", "month_first"}; }

struct ReadDate {
    Date date;
    bool short_year = false;
};

// Reads 27/03/2017, 27-3-17, 27.03.2017, 27 March 2017, 27-Mar-2017, 2017-03-27, each perhaps with a time
// after it. Empty where there is no such day.
std::optional<ReadDate> read_date(std::string_view text, DateOrder order, Date today);

// What the whole column proves: days above 12 stand first, or second. Empty where its dates can be read
// either way and mean different days, so that a person must say. Columns without such dates are day first.
std::optional<DateOrder> order_of(std::span<std::string const> values);

}  // namespace exchange
