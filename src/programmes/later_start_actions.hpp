#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "programmes/session.hpp"
#include "visits/visit.hpp"

namespace programmes {

// The planned sessions as they would lie from the first day on, weekly on its weekday; or what stands against
// it.
Expected<std::vector<Session>, Refusal> sessions_from(
    Visit& visit, Programme const& programme, Date starts_on
);

// Lets a programme that has not started begin on another day, today or later, with a reason; its sessions
// move along.
Expected<void, Refusal> start_later(
    Visit& visit, ProgrammeId const& programme, Date starts_on, std::string const& reason
);

}  // namespace programmes
