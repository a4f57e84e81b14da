#include "base/unseen.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace text {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 10> unseen_marks{
    {{0x00AD, 0x00AD},
     {0x061C, 0x061C},
     {0x180E, 0x180E},
     {0x200B, 0x200B},
     {0x200E, 0x200F},
     {0x202A, 0x202E},
     {0x2060, 0x206F},
     {0xFEFF, 0xFEFF},
     {0xFFF9, 0xFFFB},
     {0xE0001, 0xE0001}}};

constexpr bool is_unseen(char32_t value) {
    if (value < unseen_marks.front().first) return false;  // letters and figures, most of any file
    return std::ranges::any_of(unseen_marks, [&](auto const& marks) {
        return value >= marks.first && value <= marks.second;
    });
}

}  // namespace

std::string without_unseen_marks(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    while (!utf8.empty()) {
        auto const next = utf8::first(utf8);
        auto const bytes = std::max<std::size_t>(next.bytes, 1);
        if (next.bytes == 0 || !is_unseen(next.value)) out += utf8.substr(0, bytes);
        utf8.remove_prefix(bytes);
    }
    return out;
}

}  // namespace text
