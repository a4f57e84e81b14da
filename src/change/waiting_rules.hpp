#pragma once

#include <set>
#include <span>
#include <vector>

#include "change/measured.hpp"

namespace change {

// Those on the form of this occasion, of other children than these; without goals, which each child names.
std::vector<WaitingScore> on_one_form(
    std::span<WaitingScore const> scores,
    assessments::Instrument const& instrument,
    assessments::Occasion occasion,
    std::set<PupilId> const& but_for
);

// How those moved who have two ratings at least of the scale in one case, on different days, with the 95 %
// interval of the mean; nothing of fewer than five. Each child counts once, with the first such case.
std::vector<Waited> waited(std::span<WaitingScore const> scores);

}  // namespace change
