#include "measures/rules.hpp"

#include <algorithm>

namespace measures {
Date last_day_of(Measure const& measure, std::optional<Date> last_scored_on, Date today) {
    return std::max({today - 1, measure.from_on, last_scored_on.value_or(measure.from_on)});
}

Date first_day_after(std::span<Measure const> of_kind, Date today) {
    auto first = *calendar::date(calendar::school_year(today), 9, 1);
    for (auto const& measure : of_kind)
        first = std::max(first, measure.until_on.value_or(measure.from_on) + 1);
    return first;
}

}  // namespace measures
