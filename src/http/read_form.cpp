#include "http/read_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/expected.hpp"
#include "base/unseen.hpp"
#include "http/read_date.hpp"

namespace http {
namespace {

constexpr std::size_t most_in_one_line = 200;

std::string too_long(std::size_t length, std::size_t most) {
    return fmt::format(
        "Shorten this to {} characters or fewer; it has {}",
        text::grouped(static_cast<long>(most)),
        text::grouped(static_cast<long>(length))
    );
}

Expected<long, std::string> whole_number(std::string_view text, long least, long most) {
    long number = 0;
    auto const* const end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, number);
    bool const is_number = error != std::errc::invalid_argument && stopped == end;
    if (!is_number) return refuse(fmt::format("Enter a whole number from {} to {}", least, most));
    bool const in_bounds = error == std::errc{} && number >= least && number <= most;
    if (!in_bounds) return refuse(fmt::format("Enter a number from {} to {}", least, most));
    return number;
}

}  // namespace

std::string FormReader::text(std::string_view field, std::string_view absent, std::size_t most) {
    auto const faults_before = errors_.size();
    auto value = text_if_any(field, most);
    if (value.empty() && errors_.size() == faults_before) add_error(field, absent);
    return value;
}

std::string FormReader::text_if_any(std::string_view field, std::size_t most) {
    auto seen = text::without_unseen_marks(fields_.value(field));
    if (most <= most_in_one_line) std::ranges::replace(seen, '\n', ' ');
    auto const value = text::trimmed(seen);
    if (auto const length = text::length(value); length > most) {
        add_error(field, too_long(length, most));
        return {};
    }
    return std::string(value);
}

bool FormReader::ticked(std::string_view field) const { return fields_.has(field); }

Date FormReader::date(std::string_view field, std::string_view absent, DateLimits const& limits) {
    auto const faults_before = errors_.size();
    auto const date = date_if_any(field, limits);
    if (!date && errors_.size() == faults_before) add_error(field, absent);
    return date.value_or(Date{});
}

std::optional<Date> FormReader::date_if_any(std::string_view field, DateLimits const& limits) {
    auto const date = read_date(fields_, field);
    if (!date) {
        add_error(field, date.error());
        return std::nullopt;
    }
    if (!*date || limits.hold(**date)) return *date;
    add_error(field, limits.in_words());
    return std::nullopt;
}

long FormReader::number(std::string_view field, std::string_view absent, long least, long most) {
    if (text::trimmed(fields_.value(field)).empty()) {
        add_error(field, absent);
        return least;
    }
    return number_if_any(field, least, most).value_or(least);
}

long FormReader::number_for(std::string_view what, std::string_view field, long least, long most) {
    auto const number = whole_number(text::trimmed(fields_.value(field)), least, most);
    if (number) return *number;
    add_error(field, fmt::format("{} for {}", number.error(), what));
    return least;
}

std::optional<long> FormReader::number_if_any(std::string_view field, long least, long most) {
    auto const typed = text::trimmed(fields_.value(field));
    if (typed.empty()) return std::nullopt;
    auto const number = whole_number(typed, least, most);
    if (number) return *number;
    add_error(field, number.error());
    return std::nullopt;
}

void FormReader::add_error(std::string_view field, std::string_view message) {
    errors_.push_back({std::string(field), std::string(message)});
}

}  // namespace http
