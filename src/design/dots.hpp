#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"

namespace design {

// A mark for each of many on one scale, without names, and a larger one for whom the page is about.
struct Dots {
    std::string question = {};  // "How does Sam's progress compare?"
    std::string caption = {};
    double least = 0;
    double most = 10;
    std::vector<double> others = {};  // rising
    std::optional<double> own = {};   // none: only the others are drawn
    std::string own_name = {};        // stands beside the mark
    std::string others_are = {};      // "Classmates": the heading of their column
};
// Dots stacked where they fall together, a diamond below the line for the one, and the same as a table to
// open.
h::Node dots(Dots const& plot);

}  // namespace design
