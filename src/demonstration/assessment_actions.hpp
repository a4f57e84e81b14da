#pragma once

#include <vector>

#include "demonstration/telling_actions.hpp"

namespace demonstration {

// The children of programmes that run are rated when support began and a while after, by two adults.
void enter_assessments(Telling& telling, std::vector<SharedStory> const& stories);

}  // namespace demonstration
