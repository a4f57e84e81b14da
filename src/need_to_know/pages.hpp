#pragma once

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know::pages {

// The header of every page about a child. It is made from what the rule has let this visitor see, and says
// why (N1).
design::PupilHeader header(Seen const& seen, h::Node const& tag = {});

}  // namespace need_to_know::pages
