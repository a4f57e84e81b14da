#pragma once

#include <optional>
#include <span>

#include "measures/measures.hpp"

namespace measures {

// The last day of a measure that gives way or ends today: the day before, but none on which it did not stand
// yet or has scores.
Date last_day_of(Measure const& measure, std::optional<Date> last_scored_on, Date today);

// From when a new measure of a kind stands: from the day after the last of that kind, and where there was
// none from the first day of the school year, so that what was measured since can be entered.
Date first_day_after(std::span<Measure const> of_kind, Date today);

}  // namespace measures
