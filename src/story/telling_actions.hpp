#pragma once

#include <optional>

#include "story/gathered.hpp"
#include "visits/visit.hpp"

namespace story {

// Reads what the case is told from, and of what was confided no more than this visitor may know; empty where
// there is no such case. For who sees progress.
std::optional<Gathered> gather(Visit const& visit, need_to_know::Seen const& seen, CaseId const& the_case);

// What of it this visitor is told on the day: all but what there is to do.
CaseTold told_of(Visit const& visit, need_to_know::Seen const& seen, Gathered gathered, Date day);

}  // namespace story
