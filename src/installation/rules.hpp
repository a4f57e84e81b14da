#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "installation/installation.hpp"

namespace installation {

// What each check says to these facts, every check once and in its order.
std::vector<Finding> findings(Facts const& facts);

// Whether one of them is unsafe.
inline bool is_unsafe(std::vector<Finding> const& findings) {
    return std::ranges::any_of(findings, [](auto const& one) { return one.verdict == Verdict::unsafe; });
}

// Whether a command line of Withy's holds "postgresql://user:password@host/name".
bool shows_a_password(std::string_view command_line);

// Whether an address is reached from this machine alone.
constexpr bool is_loopback(std::string_view address) {
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

}  // namespace installation
