#pragma once

#include "safeguarding/safeguarding.hpp"
#include "visits/visit.hpp"

namespace safeguarding {

// Notes that a concern about the pupil was put on CPOMS, and records it.
Expected<PointerId, Refusal> note(Visit& visit, PupilId const& pupil, Entered const& entered);

}  // namespace safeguarding
