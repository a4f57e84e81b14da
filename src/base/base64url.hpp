#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace base64url {

// Bytes as text that is safe in an address, without padding (RFC 4648), and back; empty where it is none.
std::string encoded(std::string_view bytes);
std::optional<std::string> decoded(std::string_view text);

}  // namespace base64url
