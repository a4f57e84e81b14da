#pragma once

#include <map>
#include <span>
#include <vector>

#include "assessments/assessments.hpp"
#include "insight/insight.hpp"

namespace insight {

using Instruments = std::map<assessments::InstrumentId, assessments::LoadedInstrument>;

// When a case's support of one school year began, when that of its other years did, and until when scores of
// it are told.
struct SupportTime {
    Date began_on;
    std::vector<Date> others;
    Date until;
};

// How the child changed by each scale over this support, out of every assessment of the case, the earliest
// first. An entry belongs to the support that began nearest to it, what comes later to the one that began
// last before it, so that nothing counts for two years. Only scores that may be compared are subtracted
// (T2), and none of a scale that the child names, since each child's goals are other ones.
std::map<Scale, Change> changes_of_scores(
    std::span<assessments::Assessment const> of_case, SupportTime const& time, Instruments const& instruments
);

}  // namespace insight
