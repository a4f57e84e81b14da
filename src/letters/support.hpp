#pragma once

#include <optional>

#include "base/calendar.hpp"

namespace letters {

// What a parent is told of the support that they answered about, and nothing of what another parent said
// (N7).
enum class Stands { to_come, under_way, at_rest, over };
struct SupportTold {
    Stands stands{};
    std::optional<Date> decided_on = {};  // since they answered: to go ahead, or not to
    bool goes_ahead = false;              // by that decision
};

}  // namespace letters
