#pragma once

#include <optional>

#include "comparison/comparison.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace comparison::actions {

// The child beside the rest of the class as it was last measured, for a visitor who sees how the child gets
// on; empty where nobody has measured the child.
std::optional<Comparison> comparison_of(Visit const& visit, need_to_know::Seen const& child);

}  // namespace comparison::actions
