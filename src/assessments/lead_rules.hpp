#pragma once

#include <vector>

#include "assessments/instrument.hpp"
#include "assessments/leads.hpp"

namespace assessments {

// To which of the school's areas each strand leads: as the school ticked it; where it ticked none of this
// instrument, as the file says, by the names of areas that the school works on, in whatever case.
StrandAreas areas_of_strands(
    Instrument const& instrument,
    StrandAreas const& ticked,
    std::vector<strategies::TargetArea> const& schools
);

// The same with how many session plans there are for each area.
WaysOn ways_on(
    StrandAreas const& strands,
    std::vector<strategies::TargetArea> const& schools,
    std::vector<session_plans::SessionPlan> const& plans
);

}  // namespace assessments
