#pragma once

#include <string>
#include <string_view>

#include "assessments/instrument.hpp"

namespace insight {

// A short name of what scores by this scale of the instrument mean when a child's support begins, so that
// scores of two schools may be put together where it is the same (T2): by its content, since each school
// counts versions by itself. It hangs on the instrument's code, the scale's code, words, direction and range,
// on the items that are asked then, on how each is rated, and on the same of the scales that it sums. Norms,
// bands, and what an instrument and its owner are called do not change a score.
std::string edition_of(assessments::Instrument const& instrument, std::string_view scale);

}  // namespace insight
