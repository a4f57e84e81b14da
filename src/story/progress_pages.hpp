#pragma once

#include "html/html.hpp"
#include "story/story.hpp"

namespace story::pages {

// The step line from concern to start.
h::Node way(CaseTold const& told);

// Of each place, the latest first: the weeks of its programme and each target with its chart; of the latest
// the next session too.
h::Node programmes(Story const& story, CaseTold const& told);

}  // namespace story::pages
