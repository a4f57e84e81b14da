#include "base/hundredths.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace hundredths {
namespace {

constexpr int in_a_point = 100;
constexpr std::size_t most_digits = 4;

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool are_digits(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && std::ranges::all_of(text, is_digit);
}

int number(std::string_view digits) {
    int all = 0;
    for (char const digit : digits) all = all * 10 + (digit - '0');
    return all;
}

}  // namespace

std::string in_words(int hundredths) {
    int const size = hundredths < 0 ? -hundredths : hundredths;
    auto text = (hundredths < 0 ? "-" : "") + std::to_string(size / in_a_point);
    int const rest = size % in_a_point;
    if (rest == 0) return text;
    text += '.';
    text += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) text += static_cast<char>('0' + rest % 10);
    return text;
}

std::optional<int> parse(std::string_view typed) {
    auto text = text::trimmed(typed);
    bool const is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    auto const point = text.find_first_of(".,");
    auto const whole = text.substr(0, point);
    if (!are_digits(whole, most_digits)) return std::nullopt;
    int all = number(whole) * in_a_point;
    if (point != std::string_view::npos) {
        auto const part = text.substr(point + 1);
        if (!are_digits(part, 2)) return std::nullopt;
        all += part.size() == 1 ? number(part) * 10 : number(part);
    }
    return is_negative ? -all : all;
}

}  // namespace hundredths
