#pragma once

#include "assessments/own_norm_rules.hpp"
#include "visits/visit.hpp"

namespace assessments {

// How far the school is with norms of its own by this version of an instrument, in each view.
std::vector<OwnSoFar> own_so_far(Visit& visit, LoadedInstrument const& loaded);

// Makes norms of the school's own in this view out of what is rated by now, which never change.
Expected<NormSetId, NoOwnNorms> make_own_norms(
    Visit& visit, LoadedInstrument const& loaded, Informant informant
);

}  // namespace assessments
