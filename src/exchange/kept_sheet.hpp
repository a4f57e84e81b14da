#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/sheet.hpp"

namespace exchange {

// A sheet as it is kept until its import ends: read and joined, so that no later page reads and joins again.
std::string as_bytes(Sheet const& sheet);

// And back. Empty where these bytes are no such sheet, or not a whole one.
std::optional<Sheet> sheet_from(std::string_view bytes);

}  // namespace exchange
