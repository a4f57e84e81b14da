#include "pupils/upn_rules.hpp"

#include <algorithm>

namespace pupils {
namespace {

// Without I, O and S, which are mistaken for figures. A letter counts as its place here.
constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::size_t upn_length = 13;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return letters.find(c) != letters.npos; }

bool is_well_formed(std::string_view upn) {
    return upn.size() == upn_length && is_letter(upn.front()) &&
           std::ranges::all_of(upn.substr(1, upn_length - 2), is_digit) &&
           (is_digit(upn.back()) || is_letter(upn.back()));
}

std::size_t value_of(char c) { return is_digit(c) ? static_cast<std::size_t>(c - '0') : letters.find(c); }

}  // namespace

char upn_check_letter(std::string_view upn) {
    std::size_t sum = 0;
    for (std::size_t at = 1; at < upn.size(); ++at) sum += value_of(upn[at]) * (at + 1);
    return letters[sum % letters.size()];
}

std::optional<UpnFault> fault_of_upn(std::string_view upn) {
    if (!is_well_formed(upn)) return UpnFault::malformed;
    if (upn_check_letter(upn) != upn.front()) return UpnFault::wrong_letter;
    return std::nullopt;
}

std::string tidied_upn(std::string_view typed) {
    std::string upn;
    for (char const c : typed) {
        if (c == ' ') continue;
        upn += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upn;
}

}  // namespace pupils
