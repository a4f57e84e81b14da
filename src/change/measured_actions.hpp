#pragma once

#include "change/measured.hpp"
#include "visits/visit.hpp"

namespace change::actions {

// Who waited is said to whoever coordinates: these are figures of children whom nobody else need know of.
ChangeOfCase change_of(Visit& visit, CaseId const& the_case, PupilId const& pupil);

}  // namespace change::actions
