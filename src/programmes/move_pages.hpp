#pragma once

#include "programmes/pages.hpp"

namespace programmes::pages {

// The one thing to do for a programme, in words, with the way to it.
ThingToDo thing_to_do(Programme const& programme, Move move, View const& view);

}  // namespace programmes::pages
