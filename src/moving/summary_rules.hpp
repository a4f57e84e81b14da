#pragma once

#include <vector>

#include "moving/summary.hpp"

namespace moving {

// Everything that may go, line by line and section by section, each once. Of the child's own only what
// their word lets go, whatever was gathered.
std::vector<Line> lines_of(Gathered const& gathered, Going going);

}  // namespace moving
