#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/calendar.hpp"

namespace schools {

struct BankHoliday {
    Date on;
    std::string_view name;
};

// The bank holidays of England and Wales that are published, 2019 to 2028, oldest first. Schools are closed
// on them without being told.
std::span<BankHoliday const> bank_holidays();

// The last day of the last year whose bank holidays are known. Later ones have to be entered as closures.
Date bank_holidays_known_until();

bool is_bank_holiday(Date day);

std::vector<BankHoliday> bank_holidays_between(Date first, Date last);

}  // namespace schools
