#pragma once

#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "http/parse.hpp"

namespace http {

// What a stranger's bytes must be to become the text of a field: UTF-8, no control characters other than tab
// and line ends, no longer than the limit. CRLF and CR become LF.
Expected<std::string, Malformed> text_value(std::string_view bytes, std::size_t most_bytes);

}  // namespace http
