#pragma once

#include "programmes/programmes.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Once a session stands on another day: numbers all of them by their days, so that everywhere the fourth one
// is called the fourth.
void number_by_day(Visit& visit, ProgrammeId const& programme);

}  // namespace programmes
