#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"

// Scores of several strands beside one another, as a histogram against what is usual.
namespace design {

struct ProfileRange {
    int least = 0;
    int most = 0;
};
struct ProfileColumn {
    std::string code = {};      // under or above the column: "A"
    std::string drawn_as = {};  // stands there instead: "First goal"
    std::string label = {};     // in the table: "gives purposeful attention"
    ProfileRange scores = {};
    std::optional<ProfileRange> usual = {};
    std::vector<std::optional<int>> values = {};  // one for each series; none: not rated
    std::optional<int> change = {};               // from the first to the last, where they may be subtracted
    std::string first_left_out = {};              // in the first one's place, where it is of something else
};
struct ProfileSection {
    std::string name = {};
    bool drawn_down = false;  // columns hang from their line
    std::vector<ProfileColumn> columns = {};
};
struct Profile {
    std::string title = {};                // "Sam on 5 May 2026"
    std::string caption = {};              // what a reader may and may not conclude
    std::vector<std::string> series = {};  // from the first to the last: "On entry, 5 May 2026"
    std::vector<ProfileSection> sections = {};
    std::string change_heading = {};  // empty: no column of the table holds the difference
    std::string usual_heading = "Usual range";
};
// Each column is as tall as its strand can score. The table under the drawing says the same in figures.
h::Node profile(Profile const& profile);

}  // namespace design
