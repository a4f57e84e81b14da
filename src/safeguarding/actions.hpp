#pragma once

#include "safeguarding/safeguarding.hpp"
#include "visits/visit.hpp"

namespace safeguarding {

// Notes that a concern about the pupil was put on CPOMS, and records it. It is handed over where the school
// does so.
Expected<PointerId, Refusal> note(Visit& visit, PupilId const& pupil, Entered const& entered);

}  // namespace safeguarding
