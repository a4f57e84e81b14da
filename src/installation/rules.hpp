#pragma once

#include <string_view>
#include <vector>

#include "installation/installation.hpp"

namespace installation {

// What each check says to these facts, every check once and in its order.
std::vector<Finding> findings(Facts const& facts);

// Whether one of them is unsafe.
bool is_unsafe(std::vector<Finding> const& findings);

// Whether a command line of Withy's holds "postgresql://user:password@host/name".
bool shows_a_password(std::string_view command_line);

// Whether an address is reached from this machine alone.
bool is_loopback(std::string_view address);

}  // namespace installation
