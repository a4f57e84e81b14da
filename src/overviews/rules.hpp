#pragma once

#include <vector>

#include "overviews/overviews.hpp"

namespace overviews {

// Everything that the children's ratings show, each child once in a panel: the last whole rating that stands
// by this version, informant and norms. Left out are what was taken back or set aside, two ratings
// side by side until one is agreed to, short forms, and instruments whose scales the child names.
std::vector<Panel> panels_of(std::vector<RatedChild> const& children, Instruments const& instruments);

// Each strand or scale that a child of the panel has a score of, in the order of the instrument.
std::vector<Strand> strands_of(Panel const& panel, assessments::LoadedInstrument const& loaded);

// The strands in which children are outside in the direction of need, the furthest in the mean of all first;
// none of them where the panel has no norms.
std::vector<Strand> most_in_need(std::vector<Strand> strands);

}  // namespace overviews
