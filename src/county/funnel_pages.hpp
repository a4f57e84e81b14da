#pragma once

#include "county/county.hpp"
#include "html/html.hpp"

namespace county::pages {

// Each school as a mark by how many children were measured and how far they changed, between the limits of
// chance. What lies beyond them has another shape. It names no school: the table beside it does.
h::Node funnel(ByMeasure const& by, std::string_view question);

}  // namespace county::pages
