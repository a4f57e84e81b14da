#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Reading and writing single code points; what text needs is in text.hpp.
namespace utf8 {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// A code point and how many bytes it took; no bytes where the text begins with none that is well formed.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

namespace inside {

constexpr std::size_t length_by_first_byte(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return 2;
    if (first >= 0xE0 && first <= 0xEF) return 3;
    if (first >= 0xF0 && first <= 0xF4) return 4;
    return 0;
}

constexpr char32_t least_of_length(std::size_t bytes) {
    return bytes == 2 ? 0x80 : bytes == 3 ? 0x800 : 0x10000;
}

constexpr bool is_surrogate(char32_t value) { return value >= 0xD800 && value <= 0xDFFF; }

}  // namespace inside

// The first code point of the text (no overlong forms, no surrogates, nothing beyond U+10FFFF).
constexpr CodePoint first(std::string_view text) {
    if (text.empty()) return {};
    auto const lead = static_cast<unsigned char>(text[0]);
    auto const bytes = inside::length_by_first_byte(lead);
    if (bytes == 0 || text.size() < bytes) return {};
    if (bytes == 1) return {lead, 1};

    char32_t value = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80) return {};
        value = (value << 6) | (next & 0x3FU);
    }
    if (value < inside::least_of_length(bytes) || value > 0x10FFFF || inside::is_surrogate(value)) return {};
    return {value, bytes};
}

// Appends the code point, which is none of the surrogates.
inline void append(std::string& out, char32_t value) {
    auto const byte = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (value < 0x80) {
        byte(value);
    } else if (value < 0x800) {
        byte(0xC0 | (value >> 6));
        byte(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        byte(0xE0 | (value >> 12));
        byte(0x80 | ((value >> 6) & 0x3F));
        byte(0x80 | (value & 0x3F));
    } else {
        byte(0xF0 | (value >> 18));
        byte(0x80 | ((value >> 12) & 0x3F));
        byte(0x80 | ((value >> 6) & 0x3F));
        byte(0x80 | (value & 0x3F));
    }
}

}  // namespace utf8
