#include "referrals/waiting.hpp"

namespace referrals {

std::string why_here(WaitingLine const& line) {
    auto const& reason = line.waiting.position_reason;
    if (reason.empty() || !line.moved_at) return reason;
    return "Moved by " + line.moved_by + " on " +
           calendar::weekday_day_month(calendar::local_date(*line.moved_at)) + ": " + reason;
}

}  // namespace referrals
