#pragma once

#include <optional>
#include <string>
#include <string_view>

// Points of a scale, counted in hundredths of one so that what is typed is what is kept.
namespace hundredths {

// "3", "3.5", "-0.25"
std::string in_words(int hundredths);

// Reads what in_words writes, and a comma or spaces around it; nothing of what has more than four digits
// before the point or two after it.
std::optional<int> parse(std::string_view text);

}  // namespace hundredths
