#pragma once

#include <span>
#include <vector>

#include "change/measured.hpp"
#include "change/weeks.hpp"

namespace change {

// How the child moved in each measure, from the last taking up to the day on which support began to the last
// until a term after its end, and how those classmates did who have a score on both days. Nothing where there
// are fewer than five of them, no taking so early, or none later. A measure whose scale was changed is
// another measure.
std::vector<ClassDrift> class_drift(
    std::span<ClassScore const> scores,
    std::span<measures::Measure const> measures,
    PupilId const& child,
    Support const& support
);

}  // namespace change
