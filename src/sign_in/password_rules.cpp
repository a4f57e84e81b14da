#include "sign_in/password_rules.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"

namespace sign_in {
namespace {

constexpr std::size_t least = 12;
constexpr std::size_t most = 256;
constexpr std::size_t least_besides_own_names = 8;

// Long passwords that lists of stolen ones hold again and again, folded.
constexpr std::array common{
    "123456789012",     "1234567890123",  "12345678901234",  "123456789abc",     "abcdefghijkl",
    "abcdefghijklm",    "administrator",  "adminadminadmin", "changemechangeme", "correcthorsebatterystaple",
    "iloveyouiloveyou", "letmeinletmein", "password1234",    "password12345",    "passwordpassword",
    "passw0rdpassw0rd", "primaryschool",  "juniorschool",    "qwertyqwerty",     "qwertyuiopas",
    "qwertyuiopasdfgh", "qwerty123456",   "1q2w3e4r5t6y",    "safeguarding",     "schoolschool",
    "teacherteacher",   "welcome12345",   "welcomewelcome"};

bool is_common(std::string const& password) {
    if (std::ranges::find(common, password) != common.end()) return true;
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
