#pragma once

#include <map>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "base/expected.hpp"
#include "visits/visit.hpp"

namespace assessments {

// What strands can lead to in the school, read once for every instrument of a page: its target areas, what it
// ticked, and session plans for who plans sessions.
struct WhatIsThere {
    std::vector<strategies::TargetArea> areas;
    std::map<std::string, StrandAreas> ticked;  // by the instrument's code
    std::vector<session_plans::SessionPlan> plans;
};
WhatIsThere what_is_there(Visit const& visit);

// From each strand of the instrument to what there is for it.
WaysOn ways_on(WhatIsThere const& there, Instrument const& instrument);

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
