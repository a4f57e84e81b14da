#include "http/read_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/text.hpp"

namespace http {
namespace {

constexpr std::size_t longest_typed_date = 60;

constexpr std::string_view how_to_type = "Enter the day, the month and the year, such as 12 5 2026";

// As typed, before anything is known of them.
struct TypedDate {
    std::string_view day;
    std::string_view month;
    std::string_view year;
};

std::optional<unsigned> digits(std::string_view text) {
    unsigned number = 0;
    auto const* const end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return number;
}

// At least the first three letters of a month: "May", "sept", "Dec".
std::optional<unsigned> month_named(std::string_view text) {
    if (text.size() < 3) return std::nullopt;
    auto const typed = text::ascii_lower(text);
    for (unsigned month = 1; month <= 12; ++month)
        if (text::ascii_lower(calendar::month_name(month)).starts_with(typed)) return month;
    return std::nullopt;
}

std::optional<unsigned> month_of(std::string_view text) {
    auto const number = digits(text);
    if (!number) return month_named(text);
    return *number >= 1 && *number <= 12 ? number : std::nullopt;
}

std::optional<unsigned> day_of(std::string_view text) {
    auto const number = digits(text);
    return number && *number >= 1 && *number <= 31 ? number : std::nullopt;
}

// Two digits mean this century: nobody in a primary school was born in the last one.
std::optional<unsigned> year_of(std::string_view text) {
    constexpr unsigned this_century = 2000;
    if (text.size() == 2)
        if (auto const year = digits(text)) return this_century + *year;
    auto const number = text.size() == 4 ? digits(text) : std::nullopt;
    return number && *number >= 1000 ? number : std::nullopt;
}

Expected<Date, std::string> date_of(TypedDate const& typed) {
    auto const day = day_of(typed.day);
    if (!day) return refuse(std::string("The day must be a number from 1 to 31, such as 12 in 12 5 2026"));
    auto const month = month_of(typed.month);
    if (!month) return refuse(std::string("The month must be a number from 1 to 12 or a name such as May"));
    auto const year = year_of(typed.year);
    if (!year) return refuse(std::string("The year must have four digits, such as 2026"));
    auto const date = calendar::date(static_cast<int>(*year), *month, *day);
    if (!date)
        return refuse(fmt::format("{} {} {} is not a date", *day, calendar::month_name(*month), *year));
    return *date;
}

// The words between spaces, strokes, full stops, commas and hyphens.
std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::string_view between = " \t\n/.,-";
    std::vector<std::string_view> words;
    for (auto from = text.find_first_not_of(between); from != text.npos;
         from = text.find_first_not_of(between, from)) {
        auto const to = std::min(text.find_first_of(between, from), text.size());
        words.push_back(text.substr(from, to - from));
        from = to;
    }
    return words;
}

Expected<std::optional<Date>, std::string> read_text(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (text.size() > longest_typed_date) return refuse(std::string(how_to_type));
    auto const words = words_of(text);
    if (words.size() != 3) return refuse(std::string(how_to_type));
    bool const year_first = words[0].size() == 4;
    return date_of(
        year_first ? TypedDate{words[2], words[1], words[0]} : TypedDate{words[0], words[1], words[2]}
    );
}

std::vector<std::string> missing_parts(TypedDate const& typed) {
    std::vector<std::string> missing;
    if (typed.day.empty()) missing.emplace_back("day");
    if (typed.month.empty()) missing.emplace_back("month");
    if (typed.year.empty()) missing.emplace_back("year");
    return missing;
}

}  // namespace

Expected<std::optional<Date>, std::string> read_date(Fields const& fields, std::string_view name) {
    auto const part = [&](std::string_view ending) {
        return text::trimmed(fields.value(fmt::format("{}-{}", name, ending)));
    };
    TypedDate const typed{part("day"), part("month"), part("year")};
    auto const missing = missing_parts(typed);
    if (missing.size() == 3) return read_text(text::trimmed(fields.value(name)));
    if (!missing.empty()) return refuse(fmt::format("Add the {}, such as 12 5 2026", text::listed(missing)));
    return date_of(typed);
}

}  // namespace http
