#pragma once

#include <string>
#include <string_view>

namespace data_requests {

// What pages say for one of a few words that a column holds: "Nurture Assistant" for the nurture_assistant of
// "role_held.role". Empty where the column holds anything else, or the text is none of its words.
std::string words_of_set(std::string_view table, std::string_view column, std::string_view text);

// A name that tables have for something, as people say it: "why_absent" is "Why absent".
std::string plainly(std::string_view name);

}  // namespace data_requests
