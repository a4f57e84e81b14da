#pragma once

#include <vector>

#include "county/county.hpp"

namespace county {

// Reach, waiting, sessions and change of each part that schools told, by kind of support and by each
// dimension. Only what is the same part is summed, so that a sum is one of what schools gave and nothing is
// subtracted. A part told by fewer than five schools is left out, and so is what fewer than five told of a
// part.
std::vector<ByDimension> breakdown_of(std::vector<GivenBySchool const*> const& schools);

}  // namespace county
