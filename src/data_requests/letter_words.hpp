#pragma once

#include <string>
#include <string_view>

#include "data_requests/data_requests.hpp"

namespace data_requests {

// Whether this column holds a letter's words, which are written with marks: "# " before a heading, "- "
// before an item of a list.
bool holds_a_letters_words(std::string_view table, std::string_view column);

// The part as a person reads it: of a letter's words the headings as plain lines and the items of lists with
// a bullet, everything else as it stands.
std::string as_people_read(Line::Part const& part);

// A phrase as it stands in the text that it was read in: without the bullet, which is no letter of that text.
std::string_view without_bullet(std::string_view phrase);

}  // namespace data_requests
