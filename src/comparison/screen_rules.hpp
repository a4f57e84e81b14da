#pragma once

#include <span>

#include "comparison/reference_rules.hpp"
#include "comparison/screen.hpp"

namespace comparison {

// Chooses what can be said by what other classes there are, never by what the scores say. Without enough of
// them: whose scores together are lowest, all who share a place or none.
Screen screened(WholeClass of, std::span<OtherClass const> others);

}  // namespace comparison
