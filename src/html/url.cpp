#include "html/url.hpp"

#include <algorithm>

namespace url {
namespace {

bool stands_for_itself(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

// Browsers drop tabs and line ends and read a backslash as a slash, so that "/\t/elsewhere" leaves the site.
bool misleads(char c) {
    auto const code = static_cast<unsigned char>(c);
    return code <= ' ' || code == 0x7f || c == '\\';
}

}  // namespace

std::string encoded(std::string_view segment) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(segment.size());
    for (char const c : segment) {
        auto const code = static_cast<unsigned char>(c);
        if (stands_for_itself(code)) {
            out += c;
        } else {
            out += '%';
            out += digits[code >> 4U];
            out += digits[code & 15U];
        }
    }
    return out;
}

bool is_safe(std::string_view address) {
    if (address.empty() || std::ranges::any_of(address, misleads)) return false;
    if (address.front() == '#' || address.front() == '?') return true;
    if (address.front() == '/') return !address.starts_with("//");
    return address.starts_with("https://") || address.starts_with("mailto:") || address.starts_with("tel:");
}

std::string with_query(
    std::string_view path, std::initializer_list<std::pair<std::string_view, std::string_view>> values
) {
    std::string out(path);
    char separator = '?';
    for (auto const& [name, value] : values) {
        if (value.empty()) continue;
        out += separator;
        out += encoded(name);
        out += '=';
        out += encoded(value);
        separator = '&';
    }
    return out;
}

}  // namespace url
