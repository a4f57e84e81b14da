#pragma once

#include <vector>

#include "moving/summary.hpp"

namespace moving {

// Whether the child's word lets go how they see it, and what they said.
struct Going {
    bool views = false;
    bool confided = false;
};

// What the child has to let go before a line of this section goes; nothing where it is the school's own. How
// a session was that they told behind a closed door is both how they see it and something they said.
Going needed_for(Section section);

// Whether the child has told it in confidence, so that here too only who may read that reads it.
bool is_told_in_confidence(Section section);

// Everything that may go, line by line and section by section, each once. Of the child's own only what
// their word lets go, whatever was gathered.
std::vector<Line> lines_of(Gathered const& gathered, Going going);

}  // namespace moving
