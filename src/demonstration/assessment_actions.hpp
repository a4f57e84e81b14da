#pragma once

#include <vector>

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The children of programmes that run are rated when support began and a while after, by two adults, and week
// by week; those whose support is over, on entry, at its end and afterwards.
void enter_assessments(
    Telling& telling, std::vector<SharedStory> const& stories, std::vector<SharedStory> const& supported
);

}  // namespace demonstration
