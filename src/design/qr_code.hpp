#pragma once

#include <string_view>

#include "html/html.hpp"

namespace design {

// The text as a square code to scan, dark on light in every colour scheme; `meaning` is for those who don't
// see it.
h::Node qr_code(std::string_view text, std::string_view meaning);

}  // namespace design
