#include "sign_in/password_rules.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace embedded {
std::span<File const> common_passwords();
}

namespace sign_in {
namespace {

constexpr std::size_t least = 12;
constexpr std::size_t most = 256;
constexpr std::size_t least_besides_own_names = 8;

// What everybody guesses first and assets/common_passwords.txt does not hold, and the words of a school.
constexpr std::array guessed_first{
    "12345678901234",
    "abcdefghijklm",
    "adminadminadmin",
    "changemechangeme",
    "correcthorsebatterystaple",
    "iloveyouiloveyou",
    "juniorschool",
    "letmeinletmein",
    "passw0rdpassw0rd",
    "primaryschool",
    "safeguarding",
    "schoolschool",
    "teacherteacher",
    "welcome12345",
    "welcomewelcome"};

// Sorted by its bytes and folded, one a line: assets/licences/common-passwords.txt says whose list it is.
std::vector<std::string_view> const& chosen_most_often() {
    static auto const all = text::split(text::trimmed(embedded::common_passwords().front().bytes), '\n');
    return all;
}

bool is_common(std::string const& password) {
    if (std::ranges::binary_search(chosen_most_often(), std::string_view(password))) return true;
    if (std::ranges::find(guessed_first, password) != guessed_first.end()) return true;
    return std::ranges::all_of(password, [&](char c) { return c == password.front(); });
}

void take_out(std::string& from, std::string const& name) {
    constexpr std::size_t least_to_count = 4;
    if (name.size() < least_to_count) return;
    for (auto at = from.find(name); at != std::string::npos; at = from.find(name))
        from.erase(at, name.size());
}

std::string plain(std::string_view text) {
    auto folded = text::folded(text);
    std::erase(folded, ' ');
    return folded;
}

bool made_of(std::string password, std::string_view address, std::string_view school_name) {
    auto const before = password.size();
    take_out(password, plain(address));
    take_out(password, plain(address.substr(0, address.find('@'))));
    take_out(password, plain(school_name));
    return password.size() != before && password.size() < least_besides_own_names;
}

}  // namespace

std::optional<PasswordFault> password_fault(
    std::string_view password, std::string_view address, std::string_view school_name
) {
    auto const length = text::length(password);
    if (length < least) return PasswordFault::too_short;
    if (length > most) return PasswordFault::too_long;
    auto const folded = plain(password);
    if (is_common(folded)) return PasswordFault::too_common;
    if (made_of(folded, address, school_name)) return PasswordFault::made_of_own_names;
    return std::nullopt;
}

}  // namespace sign_in
