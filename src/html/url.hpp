#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace url {

// Percent-encodes everything but letters, digits and - . _ ~ so that the text is one segment or one value.
std::string encoded(std::string_view segment);

// True for a place within Withy ("/…", "#…", "?…") and for https, mailto and tel; false for everything else,
// such as "javascript:", "//elsewhere" and whatever a browser would read as one of these.
bool is_safe(std::string_view address);

// "/pupils?q=sam&page=2": values are encoded, those that are empty are left out.
std::string with_query(
    std::string_view path, std::initializer_list<std::pair<std::string_view, std::string_view>> values
);

}  // namespace url
