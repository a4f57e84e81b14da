#include "schools/bank_holidays.hpp"

#include <algorithm>
#include <array>

namespace schools {
namespace {

struct Listed {
    int year;
    unsigned month;
    unsigned day;
    std::string_view name;
};

// Source: GOV.UK, Bank holidays in England and Wales. Contains public sector information licensed under the
// Open Government Licence v3.0.
constexpr auto listed = std::to_array<Listed>({
    {2019, 1, 1, "New Year’s Day"},
    {2019, 4, 19, "Good Friday"},
    {2019, 4, 22, "Easter Monday"},
    {2019, 5, 6, "Early May bank holiday"},
    {2019, 5, 27, "Spring bank holiday"},
    {2019, 8, 26, "Summer bank holiday"},
    {2019, 12, 25, "Christmas Day"},
    {2019, 12, 26, "Boxing Day"},
    {2020, 1, 1, "New Year’s Day"},
    {2020, 4, 10, "Good Friday"},
    {2020, 4, 13, "Easter Monday"},
    {2020, 5, 8, "Early May bank holiday (VE day)"},
    {2020, 5, 25, "Spring bank holiday"},
    {2020, 8, 31, "Summer bank holiday"},
    {2020, 12, 25, "Christmas Day"},
    {2020, 12, 28, "Boxing Day"},
    {2021, 1, 1, "New Year’s Day"},
    {2021, 4, 2, "Good Friday"},
    {2021, 4, 5, "Easter Monday"},
    {2021, 5, 3, "Early May bank holiday"},
    {2021, 5, 31, "Spring bank holiday"},
    {2021, 8, 30, "Summer bank holiday"},
    {2021, 12, 27, "Christmas Day"},
    {2021, 12, 28, "Boxing Day"},
    {2022, 1, 3, "New Year’s Day"},
    {2022, 4, 15, "Good Friday"},
    {2022, 4, 18, "Easter Monday"},
    {2022, 5, 2, "Early May bank holiday"},
    {2022, 6, 2, "Spring bank holiday"},
    {2022, 6, 3, "Platinum Jubilee bank holiday"},
    {2022, 8, 29, "Summer bank holiday"},
    {2022, 9, 19, "Bank Holiday for the State Funeral of Queen Elizabeth II"},
    {2022, 12, 26, "Boxing Day"},
    {2022, 12, 27, "Christmas Day"},
    {2023, 1, 2, "New Year’s Day"},
    {2023, 4, 7, "Good Friday"},
    {2023, 4, 10, "Easter Monday"},
    {2023, 5, 1, "Early May bank holiday"},
    {2023, 5, 8, "Bank holiday for the coronation of King Charles III"},
    {2023, 5, 29, "Spring bank holiday"},
    {2023, 8, 28, "Summer bank holiday"},
    {2023, 12, 25, "Christmas Day"},
    {2023, 12, 26, "Boxing Day"},
    {2024, 1, 1, "New Year’s Day"},
    {2024, 3, 29, "Good Friday"},
    {2024, 4, 1, "Easter Monday"},
    {2024, 5, 6, "Early May bank holiday"},
    {2024, 5, 27, "Spring bank holiday"},
    {2024, 8, 26, "Summer bank holiday"},
    {2024, 12, 25, "Christmas Day"},
    {2024, 12, 26, "Boxing Day"},
    {2025, 1, 1, "New Year’s Day"},
    {2025, 4, 18, "Good Friday"},
    {2025, 4, 21, "Easter Monday"},
    {2025, 5, 5, "Early May bank holiday"},
    {2025, 5, 26, "Spring bank holiday"},
    {2025, 8, 25, "Summer bank holiday"},
    {2025, 12, 25, "Christmas Day"},
    {2025, 12, 26, "Boxing Day"},
    {2026, 1, 1, "New Year’s Day"},
    {2026, 4, 3, "Good Friday"},
    {2026, 4, 6, "Easter Monday"},
    {2026, 5, 4, "Early May bank holiday"},
    {2026, 5, 25, "Spring bank holiday"},
    {2026, 8, 31, "Summer bank holiday"},
    {2026, 12, 25, "Christmas Day"},
    {2026, 12, 28, "Boxing Day"},
    {2027, 1, 1, "New Year’s Day"},
    {2027, 3, 26, "Good Friday"},
    {2027, 3, 29, "Easter Monday"},
    {2027, 5, 3, "Early May bank holiday"},
    {2027, 5, 31, "Spring bank holiday"},
    {2027, 8, 30, "Summer bank holiday"},
    {2027, 12, 27, "Christmas Day"},
    {2027, 12, 28, "Boxing Day"},
    {2028, 1, 3, "New Year’s Day"},
    {2028, 4, 14, "Good Friday"},
    {2028, 4, 17, "Easter Monday"},
    {2028, 5, 1, "Early May bank holiday"},
    {2028, 5, 29, "Spring bank holiday"},
    {2028, 8, 28, "Summer bank holiday"},
    {2028, 12, 25, "Christmas Day"},
    {2028, 12, 26, "Boxing Day"},
});

Date day_of(Listed const& holiday) {
    return {std::chrono::sys_days{
        std::chrono::year{holiday.year} / static_cast<int>(holiday.month) / static_cast<int>(holiday.day)}};
}

std::vector<BankHoliday> all() {
    std::vector<BankHoliday> holidays;
    for (auto const& holiday : listed) holidays.push_back({day_of(holiday), holiday.name});
    return holidays;
}

}  // namespace

std::span<BankHoliday const> bank_holidays() {
    static auto const holidays = all();
    return holidays;
}

Date bank_holidays_known_until() {
    return day_of({.year = listed.back().year, .month = 12, .day = 31, .name = {}});
}

bool is_bank_holiday(Date day) {
    auto const holidays = bank_holidays();
    auto const found = std::ranges::lower_bound(holidays, day, {}, &BankHoliday::on);
    return found != holidays.end() && found->on == day;
}

std::vector<BankHoliday> bank_holidays_between(Date first, Date last) {
    std::vector<BankHoliday> within;
    for (auto const& holiday : bank_holidays())
        if (first <= holiday.on && holiday.on <= last) within.push_back(holiday);
    return within;
}

}  // namespace schools
