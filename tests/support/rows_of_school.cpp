#include "support/rows_of_school.hpp"

#include <algorithm>
#include <cctype>

namespace support {
namespace {

constexpr std::size_t length_of_an_id = 36;

bool is_an_id(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const is_a_stroke = at == 8 || at == 13 || at == 18 || at == 23;
        auto const letter = static_cast<unsigned char>(text[at]);
        if (is_a_stroke ? letter != '-' : std::isxdigit(letter) == 0) return false;
    }
    return true;
}

}  // namespace

std::set<std::string> ids_in(std::string_view text) {
    std::set<std::string> ids;
    for (auto stroke = text.find('-'); stroke != text.npos; stroke = text.find('-', stroke + 1)) {
        if (stroke < 8 || stroke - 8 + length_of_an_id > text.size()) continue;
        auto const word = text.substr(stroke - 8, length_of_an_id);
        if (is_an_id(word)) ids.emplace(word);
    }
    return ids;
}

}  // namespace support
