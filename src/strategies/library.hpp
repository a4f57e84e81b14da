#pragma once

#include <span>
#include <string_view>

namespace strategies {

// A strategy that comes with Withy, in Withy's own words.
struct Suggestion {
    std::string_view area;
    std::string_view title;
    std::string_view words;
};

// Three or more for each target area that a school begins with.
std::span<Suggestion const> library();

}  // namespace strategies
