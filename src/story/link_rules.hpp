#pragma once

#include <vector>

#include "story/story.hpp"
#include "visits/who.hpp"

namespace story {

// Every form that this visitor may use for the child, beside the one thing to do now.
std::vector<Link> links_for(visits::Who const& who, need_to_know::Seen const& seen, CaseTold const* told);

}  // namespace story
