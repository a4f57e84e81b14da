#include "messages/rules.hpp"

#include <algorithm>
#include <array>

namespace messages {
namespace {

constexpr std::array pauses{
    1 * minutes, 5 * minutes, 15 * minutes, 1 * hours, 2 * hours, 4 * hours, 8 * hours, 12 * hours};
constexpr std::int64_t patience = 72 * hours;

}  // namespace

std::optional<Instant> next_attempt(int attempts, Instant made_at, Instant now) {
    if (now - made_at >= patience) return std::nullopt;
    auto const at = static_cast<std::size_t>(std::max(attempts, 1) - 1);
    return now + pauses[std::min(at, pauses.size() - 1)];
}

}  // namespace messages
