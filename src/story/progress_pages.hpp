#pragma once

#include "html/html.hpp"
#include "story/story.hpp"

namespace story::pages {

// The step line from concern to start.
h::Node way(CaseTold const& told);

// The weeks of the programme, the next session, and each target with its chart.
h::Node programme(Story const& story, CaseTold const& told);

}  // namespace story::pages
