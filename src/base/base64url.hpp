#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base {

// Bytes as text that is safe in an address (RFC 4648, base64url, no padding).
std::string base64url(std::string_view bytes);

// The bytes that the text stands for; empty where it is not base64url.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace base
