#pragma once

#include <string>
#include <string_view>

namespace json {

// The text as a JSON string, quotes included (RFC 8259). The text is well-formed UTF-8. Throws
// std::logic_error where it holds the character U+0002: nobody can type or import it, and words that stayed
// sealed begin with it, which nothing would know again once it is written otherwise.
std::string quoted(std::string_view text);

}  // namespace json
