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
// move along. Refused where it is no more as it was `before`.
Expected<void, Refusal> start_later(
    Visit& visit, Programme const& before, Date starts_on, std::string const& reason
);

// The children whose consent, in force today, runs out before the last session of their programme, in words.
std::vector<std::string> consents_that_run_out(
    Visit& visit, Programme const& programme, std::vector<Session> const& planned
);

}  // namespace programmes
