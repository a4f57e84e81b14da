#pragma once

#include <optional>
#include <string>

#include "safeguarding/handover.hpp"

namespace safeguarding {

// What is sent, as JSON: the pointer's time, who noted it, the child's reference as agreed and the CPOMS
// reference. Nothing of what happened.
std::string message_of(SchoolId school, Due const& due);

// What the receiver's answer means: 2xx took it, and so did 409, which has it already; 400, 413, 415 and 422
// never will.
Delivery verdict_on(long status, std::int64_t retry_after);

// When it is tried again after so many tries: after a minute, then with growing pauses, and not before the
// receiver asked for. Empty once three days have passed since it was asked for: then it is given up.
std::optional<Instant> next_try(int tries, Instant since, Instant now, std::int64_t not_before);

}  // namespace safeguarding
