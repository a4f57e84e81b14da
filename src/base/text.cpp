#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace text {
namespace {

// What people paste before and after a name without seeing it: white space of every width, and marks of no
// width.
constexpr std::array<std::string_view, 24> unseen{" ",      "\t",     "\n",     "\r",     "\v",     "\f",
                                                  "\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
                                                  "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
                                                  "\u200B", "\u2028", "\u2029", "\u202F", "\u3000", "\uFEFF"};

constexpr bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

constexpr bool may_stand_in_text(char32_t value) {
    return !is_control(value) || value == '\t' || value == '\n' || value == '\r';
}

// 0x80 to 0x9F; the rest of Windows-1252 is Latin-1, whose bytes are their code points.
constexpr std::array<char32_t, 32> windows_1252{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    for (auto again = true; again;) {
        again = false;
        for (auto const mark : unseen) {
            if (!text.starts_with(mark)) continue;
            text.remove_prefix(mark.size());
            again = true;
        }
    }
    for (auto again = true; again;) {
        again = false;
        for (auto const mark : unseen) {
            if (!text.ends_with(mark)) continue;
            text.remove_suffix(mark.size());
            again = true;
        }
    }
    return text;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        auto const bytes = utf8::first(text).bytes;
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

bool has_control_characters(std::string_view text) {
    while (!text.empty()) {
        auto const next = utf8::first(text);
        if (next.bytes != 0 && !may_stand_in_text(next.value)) return true;
        text.remove_prefix(std::max<std::size_t>(next.bytes, 1));
    }
    return false;
}

std::string utf8_from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (auto const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        utf8::append(out, byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte);
    }
    return out;
}

std::size_t length(std::string_view utf8) {
    auto const begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(utf8, begins));
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string joined(std::vector<std::string> const& parts, std::string_view separator) {
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string csv_cell(std::string_view text) {
    bool const is_formula = text.find_first_of("=+-@\t\r") == 0 && text != "-";
    std::string cell = is_formula ? "\"'" : "\"";
    for (char const one : text) cell.append(one == '"' ? 2 : 1, one);
    return cell + "\"";
}

std::string listed(std::vector<std::string> const& items) {
    if (items.size() < 2) return joined(items, "");
    std::vector<std::string> const before_last(items.begin(), items.end() - 1);
    return joined(before_last, ", ") + " and " + items.back();
}

std::string grouped(long number) {
    auto digits = std::to_string(number);
    auto const sign = static_cast<std::size_t>(number < 0);
    for (auto at = digits.size(); at > sign + 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string counted(long count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", grouped(count), count == 1 ? one : many);
}

}  // namespace text
