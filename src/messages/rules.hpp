#pragma once

#include <optional>

#include "messages/messages.hpp"

namespace messages {

// When a message that could not be delivered is tried again, after so many attempts: after a minute, then
// with growing pauses. Empty once three days have passed since it was made: then it is given up.
std::optional<Instant> next_attempt(int attempts, Instant made_at, Instant now);

}  // namespace messages
