#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assessments/own_norms.hpp"
#include "base/expected.hpp"

namespace assessments {

// Of each child the first whole rating on entry in this view that tells of them, before any support; whatever
// the scores. `rated` holds every rating on entry by one version of the instrument.
std::vector<RatedOnEntry> first_ratings(
    std::span<RatedOnEntry const> rated, Instrument const& instrument, Informant informant
);

// How far the school is, in each view in which it is rated.
std::vector<OwnSoFar> own_so_far(std::span<RatedOnEntry const> rated, LoadedInstrument const& loaded);

// Why no norms are made of them now; nothing where they may be.
std::optional<NoOwnNorms> objection_to_own_norms(Instrument const& instrument, OwnSoFar const& so_far);

// The middle half of each scale's scores, or a little more of them where children share a score: beyond it at
// either end lie a quarter of the children at most, and five or nobody; from a hundred children on the tenths
// at the ends too. A scale with nobody beyond it, or with fewer children than quarters ask, has no band.
std::vector<NormBand> bands_of(std::span<RatedOnEntry const> first, Instrument const& instrument);

// Norms of a school's own in this view, for all ages of the instrument.
struct OwnNorms {
    NormSet norms;
    OwnChildren own;
};
Expected<OwnNorms, NoOwnNorms> own_norms(
    std::span<RatedOnEntry const> rated, LoadedInstrument const& loaded, Informant informant
);

}  // namespace assessments
