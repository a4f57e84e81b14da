#pragma once

#include <map>
#include <span>
#include <vector>

#include "change/measured.hpp"

namespace change {

// Of each instrument and view, the first entry with the last exit and the last follow-up, where there are
// any; without what was taken back or set aside.
std::vector<Measured> measured_by(
    std::span<assessments::Assessment const> all,
    std::map<assessments::InstrumentId, assessments::LoadedInstrument> const& instruments
);

// How a scale moved between the two. Whether by more than error is said where the norms carry mean, standard
// deviation and test-retest reliability, one adult at school rated both times, and the scale is no single
// rating.
ScaleMoved moved(
    assessments::Change const& change,
    assessments::Assessment const& before,
    assessments::Assessment const& after,
    assessments::LoadedInstrument const& loaded
);

}  // namespace change
