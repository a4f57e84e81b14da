#pragma once

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "base/expected.hpp"
#include "visits/visit.hpp"

namespace assessments {

// From each strand of the instrument to the school's target areas, and to session plans for who plans
// sessions.
WaysOn ways_on(Visit const& visit, Instrument const& instrument);

// What was ticked, and where strands led when the ticks were shown.
struct Ticked {
    StrandAreas stood;
    StrandAreas areas;
};

// Keeps to which areas the school lets strands of this version lead, and leaves those that it does not have;
// of none at all, the file says it again. Strands and areas that there are not are left out. Refused, with
// where they lead now, where strands were moved since they were shown; nothing is kept then.
Expected<void, StrandAreas> tick_areas(Visit& visit, LoadedInstrument const& loaded, Ticked const& ticked);

}  // namespace assessments
