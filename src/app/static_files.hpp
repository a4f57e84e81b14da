#pragma once

#include <optional>

#include "http/message.hpp"

namespace app {

// Styles, scripts, icons and fonts from inside the binary, in the smallest encoding that the browser takes.
// Empty for every other path.
std::optional<http::Response> static_file(http::Request const& request);

}  // namespace app
