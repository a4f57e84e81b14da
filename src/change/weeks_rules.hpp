#pragma once

#include <map>
#include <span>
#include <vector>

#include "change/weeks.hpp"

namespace change {

// The weekly ratings of a case, view by view; without what was taken back or set aside. What a form's scales
// rate adds up where each rating holds every one of them and more is better in all, or less is.
std::vector<View> weekly_views(
    std::span<assessments::Assessment const> all,
    std::map<InstrumentId, assessments::LoadedInstrument> const& instruments
);

// Of the series at this place in the view, the ratings before the first session against those until the end
// of support. A p is given of a view's first series alone, by one rater, of three ratings before or more, and
// where the best result would be .05 or less: one claim for each view, decided before the figures.
// Improvement is what is tested; of a fall, which nobody asked about beforehand, the p is of either way.
Weeks told(View const& view, std::size_t at, Support const& support);

}  // namespace change
