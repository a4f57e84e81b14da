#pragma once

#include "programmes/pages.hpp"

// The children on a programme's page.
namespace programmes::pages {

// Each child with a card: targets, how much they got, an earlier place, and what can be changed.
h::Node children(View const& view);

// Whether the page offers a free place to the children who are ready for one.
bool offers_places(View const& view);
// Who is ready for a place that is free, for the SENCo to give.
h::Node suggestions(design::FormGuard const& guard, View const& view);

}  // namespace programmes::pages
