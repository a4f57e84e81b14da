#pragma once

#include <vector>

#include "moving/summary.hpp"

namespace moving {

// Whether the child's word lets go how they see it, and what they said.
struct Going {
    bool views = false;
    bool confided = false;
};

// Whose word a line of this section goes by: the child's, or the school's own.
bool is_the_childs_own(Section section);

// Everything that may go, line by line and section by section. Of the child's own only what their word lets
// go, whatever was gathered.
std::vector<Line> lines_of(Gathered const& gathered, Going going);

}  // namespace moving
