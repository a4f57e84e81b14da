#pragma once

#include <string_view>

namespace text {

// True where letters may be sent to this: one "@" with something before it, a domain of two parts or more
// behind it, no white space, no brackets, commas or quotes, at most 254 bytes (RFC 5321, 4.5.3.1.3). Whether
// anybody reads it is another question.
bool is_mail_address(std::string_view text);

}  // namespace text
