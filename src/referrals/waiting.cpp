#include "referrals/waiting.hpp"

#include <algorithm>

namespace referrals {

std::string why_here(WaitingLine const& line) {
    auto const& reason = line.waiting.position_reason;
    if (reason.empty() || !line.moved_at) return reason;
    return "Moved by " + line.moved_by + " on " +
           calendar::weekday_day_month(calendar::local_date(*line.moved_at)) + ": " + reason;
}

std::string in_what_order(std::span<WaitingLine const> lines) {
    std::string const arrival = "In the order in which the children came onto the list";
    auto const moved = std::ranges::count_if(lines, [](WaitingLine const& line) {
        return !line.waiting.position_reason.empty();
    });
    // Of a child whom the reader may not open nothing is said, not even that they were moved.
    if (!std::ranges::all_of(lines, &WaitingLine::may_open))
        return arrival + ", unless people moved a child with a reason.";
    if (moved == 0) return arrival + ": nobody has moved a child.";
    return arrival + ", but for " + (moved == 1 ? "one" : std::to_string(moved)) +
           " whom people moved with a reason.";
}

}  // namespace referrals
