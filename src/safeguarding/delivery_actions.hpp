#pragma once

#include <string>

#include "safeguarding/handover.hpp"
#include "safeguarding/receiver.hpp"

namespace safeguarding {

// Sends the message to the receiver under the pointer's own id, so that a receiver knows a repeat: by HTTPS
// alone, with its certificate checked, following nowhere, and to no private network unless the receiver says
// so. Waits as long as the receiver says, and reads at most 16 KB of the answer.
Delivery deliver(Receiver const& receiver, PointerId const& pointer, std::string const& message);

}  // namespace safeguarding
