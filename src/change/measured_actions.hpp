#pragma once

#include "change/measured.hpp"
#include "visits/visit.hpp"

namespace change::actions {

ChangeOfCase change_of(Visit& visit, CaseId const& the_case, PupilId const& pupil);

}  // namespace change::actions
