#pragma once

#include <optional>
#include <string>

#include "comparison/comparison.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace comparison::pages {

// How the child compares with the class: one sentence first, then the figures, a plot of each measure, what
// they do not say, and the method. For pages about the child; the class is shown without names.
h::Node beside_the_class(Comparison const& comparison, std::string const& forename);

// The sentence alone, with the way to the whole: for a form that has other work to do.
h::Node in_short(Comparison const& comparison, std::string const& forename, PupilId const& pupil);

// A page of its own. Without a comparison it says how one comes about.
design::Page comparison(need_to_know::Seen const& child, std::optional<Comparison> const& comparison);

}  // namespace comparison::pages
