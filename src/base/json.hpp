#pragma once

#include <string>
#include <string_view>

namespace json {

// The text as a JSON string, quotes included (RFC 8259). The text is well-formed UTF-8.
std::string quoted(std::string_view text);

}  // namespace json
