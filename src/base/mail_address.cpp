#include "base/mail_address.hpp"

#include <cstddef>

namespace text {
namespace {

constexpr std::size_t longest_path = 254;
constexpr std::string_view never_inside = " \t\r\n,;<>\"()[]\\";

bool is_domain(std::string_view domain) {
    return domain.find('.') != domain.npos && !domain.starts_with('.') && !domain.ends_with('.') &&
           domain.find("..") == domain.npos;
}

}  // namespace

bool is_mail_address(std::string_view text) {
    auto const at = text.find('@');
    return at != text.npos && at > 0 && text.find('@', at + 1) == text.npos && text.size() <= longest_path &&
           text.find_first_of(never_inside) == text.npos && is_domain(text.substr(at + 1));
}

}  // namespace text
