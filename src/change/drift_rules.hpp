#pragma once

#include <span>
#include <vector>

#include "change/measured.hpp"

namespace change {

// How the child moved in each measure, from the last taking up to the day on which support began to the last
// of all, and how those classmates did who have a score on both days. Nothing where there are fewer than five
// of them, or no two takings. A measure whose scale was changed is another measure.
std::vector<ClassDrift> class_drift(
    std::span<ClassScore const> scores,
    std::span<measures::Measure const> measures,
    PupilId const& child,
    Date began_on
);

}  // namespace change
