#pragma once

#include <string>
#include <vector>

#include "design/profile.hpp"
#include "html/html.hpp"

// Scores of several children, strand by strand, against what is usual.
namespace design {

struct SpreadColumn {
    std::string code = {};  // under or above the column: "A"
    ProfileRange scores = {};
    std::optional<ProfileRange> usual = {};
    std::vector<std::vector<int>> values = {};  // for each series, a score for each child; rising
};
struct SpreadSection {
    std::string name = {};
    bool drawn_down = false;  // columns hang from their line
    std::vector<SpreadColumn> columns = {};
};
struct Spread {
    std::string title = {};
    std::string caption = {};              // what a reader may and may not conclude
    std::vector<std::string> series = {};  // from the first to the last: "On entry"
    std::vector<SpreadSection> sections = {};
    h::Node figures = {};  // the same as tables
};
// A dot for each child at the height of their score; where dots would be too small, a bar as long as its
// share of the most at one height. Each column is as tall as its strand can score.
h::Node spread(Spread const& spread);

}  // namespace design
