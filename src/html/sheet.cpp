#include "html/sheet.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/eight_bytes.hpp"

namespace h::parts {
namespace {

constexpr std::array<std::string_view, 256> escapes = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

constexpr std::array<bool, 256> is_escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = !escapes[i].empty();
    return table;
}();

using base::each_byte;
using base::EightBytes;

constexpr bool has_zero(EightBytes bytes) {
    return ((bytes - each_byte(0x01)) & ~bytes & each_byte(0x80)) != 0;
}

// & and ' differ in their last bit, < and > in the one before it.
constexpr bool holds_escaped(EightBytes bytes) {
    return has_zero((bytes | each_byte(1)) ^ each_byte('\'')) ||
           has_zero((bytes | each_byte(2)) ^ each_byte('>')) || has_zero(bytes ^ each_byte('"'));
}

bool holds_escaped(char const* at) {
    EightBytes bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return holds_escaped(bytes);
}

}  // namespace

// Most texts have nothing to escape: eight bytes are asked at once, the last eight once more with those
// before.
bool is_plain(std::string_view text) {
    constexpr auto step = sizeof(EightBytes);
    if (text.size() < step)
        return std::ranges::none_of(text, [](unsigned char code) { return is_escaped[code]; });
    for (std::size_t at = 0; at + step < text.size(); at += step)
        if (holds_escaped(text.data() + at)) return false;
    return !holds_escaped(text.data() + text.size() - step);
}

void Sheet::escape(std::string_view text) {
    if (is_plain(text)) return put(text);
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const code = static_cast<unsigned char>(text[at]);
        if (!is_escaped[code]) continue;
        put(text.substr(from, at - from), escapes[code]);
        from = at + 1;
    }
    put(text.substr(from));
}

void Sheet::grow(std::size_t size) {
    constexpr std::size_t least = 4096;
    auto const room = std::max({least, 2 * room_, used_ + size});
    auto grown = std::make_unique_for_overwrite<char[]>(room);
    if (used_ > 0) std::memcpy(grown.get(), bytes_.get(), used_);
    bytes_ = std::move(grown);
    room_ = room;
}

}  // namespace h::parts
