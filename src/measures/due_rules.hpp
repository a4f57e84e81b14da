#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "measures/measures.hpp"
#include "measures/occasion_rules.hpp"

namespace measures {

// On which day a pupil of the class was last given a score in each measure, in whatever class that was.
struct LastScored {
    PupilId pupil;
    std::map<MeasureId, Date> by_measure = {};
};

// What is still to be measured, and when that occasion is over.
struct Outstanding {
    Occasion occasion;
    int pupils = 0;
    int complete = 0;  // with a score in every measure within its occasion
};

// Of these pupils those who lack a score in some measure of the occasion that the day lies in; nothing in the
// holidays.
std::vector<PupilId> who_lack_one(
    std::span<Measure const> standing,
    schools::OpenDays const& open,
    std::span<LastScored const> pupils,
    Date today
);

// What a class still lacks today of the measures that stand; none in the holidays, and where all is taken or
// there is nobody to measure. The occasion is the one that is over first.
std::optional<Outstanding> outstanding(
    std::span<Measure const> standing,
    schools::OpenDays const& open,
    std::span<LastScored const> pupils,
    Date today
);

}  // namespace measures
