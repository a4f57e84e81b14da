#pragma once

#include <string>
#include <string_view>

namespace readings {

// What a page is called in the school's own words that an entry names by the pattern of its address, such as
// "GET /cases/{case}/letters": "Letters of the case", "Saving the closing of the case". What no longer
// exists was of an older version, and is said to be so.
std::string page_in_words(std::string_view page);

// Whether the table has words for it.
bool has_words(std::string_view page);

}  // namespace readings
