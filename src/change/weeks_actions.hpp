#pragma once

#include "change/weeks.hpp"
#include "visits/visit.hpp"

namespace change::actions {

WeeksOfCase weeks_of(Visit& visit, CaseId const& the_case);

}  // namespace change::actions
