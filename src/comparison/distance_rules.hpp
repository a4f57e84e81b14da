#pragma once

#include <optional>
#include <vector>

#include "comparison/reference_rules.hpp"

namespace comparison {

// How far a pupil is from the rest of the class on the side of concern: over all measures together, or in the
// one in which the pupil is furthest, whichever is further.
struct Distance {
    double index = 0;
    double together = 0;                   // over all measures
    std::vector<std::size_t> in_one = {};  // the places of the measures that make it alone; none where all do
};

// Of each pupil of the class, in the spreads of the reference; none for who lacks a measure.
std::vector<std::optional<Distance>> distances_of(statistics::Reference const& reference, Sheet const& sheet);

// Whether two distances are one, whatever their last bits say.
bool is_as_far(double one, double other);

}  // namespace comparison
