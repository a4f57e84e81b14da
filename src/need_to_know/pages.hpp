#pragma once

#include <string_view>

#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace need_to_know::pages {

// The header of every page about a child. It is made from what the rule has let this visitor see, and says
// why (N1).
design::PupilHeader header(Seen const& seen, h::Node const& tag = {});

// In place of what the child confided: leads to where the visitor shows who they are, and back to the page.
h::Node show_what_was_confided(Seen const& seen, std::string_view path_of_page);

}  // namespace need_to_know::pages
