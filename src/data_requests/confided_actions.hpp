#pragma once

#include "base/expected.hpp"
#include "data_requests/confided.hpp"
#include "visits/visit.hpp"

namespace data_requests {

// That this visitor has given the child what the child said to them in confidence, on this day. Recorded.
Expected<void, Refusal> give_confided(Visit& visit, Request const& request, Date on);

// Why an adult can't give it to the child, such as that they have left. Recorded.
Expected<void, Refusal> give_up_confided(
    Visit& visit, Request const& request, StaffId const& adult, std::string const& why
);

// True where an adult is still to give the child something.
bool confided_waits(Visit const& visit, Request const& request);

}  // namespace data_requests
