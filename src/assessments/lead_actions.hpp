#pragma once

#include <string>

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "visits/visit.hpp"

namespace assessments {

// From each strand of the instrument to the school's target areas, and to session plans for who plans
// sessions.
WaysOn ways_on(Visit const& visit, Instrument const& instrument);

// Keeps to which areas the school lets strands lead, in every version of the instrument; of none at all, the
// file says it again. Strands and areas that there are not are left out.
void tick_areas(Visit& visit, LoadedInstrument const& loaded, StrandAreas const& ticked);

}  // namespace assessments
