#pragma once

#include <string>
#include <string_view>

namespace readings {

// What a page is called that an entry names by the pattern of its address: "Letters", "Sent: Closing".
std::string page_in_words(std::string_view page);

}  // namespace readings
