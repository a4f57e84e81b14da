#pragma once

#include <optional>

#include "sign_in/sign_in.hpp"

namespace sign_in {

// How long nobody may try again after so many failures: nothing within the free tries, then 1, 2, 4, 8 and
// never more than 15 minutes.
std::int64_t pause_after(int failures, Allowance const& allowance);

// Until when trying is paused; empty where it may be tried now. Never locks for good: a try during the pause
// is not counted.
std::optional<Instant> paused_until(Failures const& failures, Allowance const& allowance, Instant now);

}  // namespace sign_in
