#pragma once

#include "html/html.hpp"
#include "story/story.hpp"

namespace story::pages {

// Everything that happened, newest first. Parents are named only where `told.respondents` names them, and
// what was confided stands only where `told.confided` holds it.
h::Node timeline(CaseTold const& told);

}  // namespace story::pages
