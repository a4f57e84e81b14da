#pragma once

#include "sharing/next_school.hpp"
#include "visits/visit.hpp"

namespace sharing {

// What the child says now of the next school holds from now on; what they said before stays on record.
void record_next_school_word(Visit& visit, CaseId const& the_case, NextSchoolInput const& said);

}  // namespace sharing
