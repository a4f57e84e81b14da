#include "sign_in/throttle_rules.hpp"

#include <algorithm>

namespace sign_in {

std::int64_t pause_after(int failures, Allowance const& allowance) {
    int const beyond = failures - allowance.free_tries;
    if (beyond < 0) return 0;
    constexpr int doublings_to_the_longest = 4;
    return std::min((1 * minutes) << std::min(beyond, doublings_to_the_longest), longest_pause);
}

std::optional<Instant> paused_until(Failures const& failures, Allowance const& allowance, Instant now) {
    if (now - failures.last_at >= allowance.forgotten_after) return std::nullopt;
    auto const until = failures.last_at + pause_after(failures.count, allowance);
    if (until <= now) return std::nullopt;
    return until;
}

}  // namespace sign_in
