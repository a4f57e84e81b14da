#pragma once

#include "agencies/agencies.hpp"
#include "base/expected.hpp"
#include "visits/visit.hpp"

namespace agencies {

// Notes on the case what an agency was asked and said, and records it.
Expected<AdviceId, Refusal> note(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, AdviceInput const& said
);

}  // namespace agencies
