#pragma once

#include <string>
#include <vector>

#include "assessments/instrument.hpp"
#include "assessments/leads.hpp"

namespace assessments {

// To which of the school's areas each strand of this version leads: as the school ticked it; where it ticked
// none of them, as the file says, by the names of areas that the school works on, in whatever case.
StrandAreas areas_of_strands(
    Instrument const& instrument,
    StrandAreas const& ticked,
    std::vector<strategies::TargetArea> const& schools
);

// What the school calls these areas, in its order.
std::vector<std::string> names_of(
    std::vector<AreaId> const& ids, std::vector<strategies::TargetArea> const& schools
);

// The strands of this version that lead elsewhere than they stood, with where they lead.
StrandAreas moved_since(StrandAreas const& stood, StrandAreas const& stands, Instrument const& instrument);

// Where strands lead, with how many session plans there are for each area.
WaysOn ways_on(
    StrandAreas const& strands,
    std::vector<strategies::TargetArea> const& schools,
    std::vector<session_plans::SessionPlan> const& plans
);

}  // namespace assessments
