#include "exchange/date_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/text.hpp"

namespace exchange {
namespace {

constexpr std::array<std::string_view, 12> months{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

// Without the time of day that some systems add: "2017-03-27T00:00:00", "27/03/2017 00:00".
std::string_view without_time(std::string_view text) {
    auto const colon = text.find(':');
    if (colon == text.npos) return text;
    auto const gap = text.find_last_of("T ", colon);
    return gap == text.npos ? text : text.substr(0, gap);
}

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (char const c : text::ascii_lower(text)) {
        bool const between = c == '/' || c == '-' || c == '.' || c == ' ' || c == ',';
        if (!between)
            parts.back() += c;
        else if (!parts.back().empty())
            parts.emplace_back();
    }
    if (parts.back().empty()) parts.pop_back();
    return parts;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || text.size() > 4) return {};
    return value;
}

std::optional<int> month_number(std::string_view text) {
    if (auto const plain = number(text)) return plain;
    if (text.size() < 3) return {};
    auto const found = std::ranges::find(months, text.substr(0, 3));
    if (found == months.end()) return {};
    return static_cast<int>(found - months.begin()) + 1;
}

bool is_named_month(std::string_view text) { return !number(text) && month_number(text); }

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
    if (!year || !month || !day) return {};
    return calendar::date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

// "17" is 2017, unless that is still to come.
int full_year(int short_year, Date today) {
    int const year = 2000 + short_year;
    auto const begins = calendar::date(year, 1, 1);
    return begins && *begins > today ? year - 100 : year;
}

// The two numbers that may be day and month in either order.
std::optional<std::pair<int, int>> either_way(std::string_view value) {
    auto const parts = parts_of(without_time(value));
    if (parts.size() != 3 || parts[0].size() > 2) return {};
    auto const first = number(parts[0]);
    auto const second = number(parts[1]);
    if (!first || !second) return {};
    return std::pair(*first, *second);
}

}  // namespace

std::optional<ReadDate> read_date(std::string_view text, DateOrder order, Date today) {
    auto const parts = parts_of(without_time(text));
    if (parts.size() != 3) return {};
    if (parts[0].size() == 4) {
        auto const date = date_of(number(parts[0]), month_number(parts[1]), number(parts[2]));
        return date ? std::optional(ReadDate{*date}) : std::nullopt;
    }
    auto year = number(parts[2]);
    bool const short_year = year && parts[2].size() == 2;
    if (!short_year && parts[2].size() != 4) return {};
    if (short_year) year = full_year(*year, today);
    bool const month_leads =
        is_named_month(parts[0]) || (order == DateOrder::month_first && !is_named_month(parts[1]));
    auto const& day = month_leads ? parts[1] : parts[0];
    auto const& month = month_leads ? parts[0] : parts[1];
    auto const date = date_of(year, month_number(month), number(day));
    return date ? std::optional(ReadDate{*date, short_year}) : std::nullopt;
}

std::optional<DateOrder> order_of(std::span<std::string const> values) {
    bool day_leads = false;
    bool month_leads = false;
    bool differs = false;
    for (auto const& value : values) {
        auto const pair = either_way(value);
        if (!pair) continue;
        day_leads = day_leads || (pair->first > 12 && pair->second <= 12);
        month_leads = month_leads || (pair->second > 12 && pair->first <= 12);
        differs = differs || (pair->first != pair->second && pair->first <= 12 && pair->second <= 12);
    }
    if (day_leads) return DateOrder::day_first;
    if (month_leads) return DateOrder::month_first;
    return differs ? std::nullopt : std::optional(DateOrder::day_first);
}

}  // namespace exchange
