#pragma once

#include <optional>

#include "story/story.hpp"
#include "visits/visit.hpp"

namespace history {

// The child's case as it stood at the end of the day, to somebody who sees it today, zone by zone: with what
// they may know today, whatever they could know then.
story::Story look_back(Visit const& visit, need_to_know::Seen seen, CaseId const& the_case, Date day);

}  // namespace history
