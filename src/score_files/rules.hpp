#pragma once

#include <span>
#include <vector>

#include "base/expected.hpp"
#include "exchange/sheet.hpp"
#include "score_files/score_files.hpp"

namespace score_files {

// The scores that the sheet holds of these pupils in these measures, in the order of its rows; or every fault
// of it. A blank cell says nothing, nor does the row of a pupil who is left out. A pupil is found by UPN, and
// by name where the row has none.
Expected<std::vector<FoundScore>, std::vector<Fault>> scores_in(
    exchange::Sheet const& sheet,
    std::span<measures::Measure const> measures,
    std::span<PupilOfClass const> pupils
);

}  // namespace score_files
