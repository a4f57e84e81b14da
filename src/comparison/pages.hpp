#pragma once

#include <optional>

#include "comparison/comparison.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace comparison::pages {

// How the child compares with the class: one sentence first, then the figures, a plot of each measure, what
// they do not say, and the method. The class is shown without names.
h::Node beside_the_class(ChildBeside const& beside);

// The sentence with what bears on it, the day of measuring and the way to the whole: for a page that has
// other work to do. Where somebody tells a worry on that page, the whole is there itself, to be opened.
h::Node in_short(ChildBeside const& beside, Worry worry = Worry::untold);

// A page of its own. Without a comparison it says how one comes about.
design::Page comparison(need_to_know::Seen const& child, std::optional<ChildBeside> const& beside);

}  // namespace comparison::pages
