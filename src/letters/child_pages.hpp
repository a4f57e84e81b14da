#pragma once

#include "html/html.hpp"
#include "need_to_know/need_to_know.hpp"

namespace letters::pages {

// Whose letters and consent these are, and why the reader may see them.
h::Node child_header(need_to_know::Seen const& child);

}  // namespace letters::pages
