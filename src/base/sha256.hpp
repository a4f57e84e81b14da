#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace sha256 {

using Digest = std::array<unsigned char, 32>;

// SHA-256 (FIPS 180-4) over the parts, one after the other.
Digest of(std::string_view first, std::string_view second = {}, std::string_view third = {});

std::string_view bytes_of(Digest const& digest);

// In hexadecimal and back; empty where the text is none of 32 bytes.
std::string hexadecimal(Digest const& digest);
std::optional<Digest> from_hexadecimal(std::string_view text);

}  // namespace sha256
