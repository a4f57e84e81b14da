#pragma once

#include "moving/summary.hpp"
#include "visits/visit.hpp"

namespace moving {

// The ratings of the case that tell of the child, but for weekly ones, the earliest first.
std::vector<Scored> scores_of(Visit const& visit, CaseId const& the_case);

}  // namespace moving
