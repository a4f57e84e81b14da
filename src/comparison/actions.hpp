#pragma once

#include <optional>

#include "comparison/comparison.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace comparison::actions {

// The child beside the rest of the class as it was last measured, for a visitor who sees how the child gets
// on; empty where nobody has measured the child. Nothing is claimed of a child about whom nobody was worried
// before looking: of twenty who are looked at one by one, about one is unusual by chance.
std::optional<ChildBeside> comparison_of(
    Visit const& visit, need_to_know::Seen const& child, Worry worry = Worry::untold
);

}  // namespace comparison::actions
