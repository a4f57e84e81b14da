#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "exchange/date_order.hpp"

namespace exchange {

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
