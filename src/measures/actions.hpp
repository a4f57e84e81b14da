#pragma once

#include "base/expected.hpp"
#include "measures/measures.hpp"
#include "measures/refusal.hpp"
#include "visits/visit.hpp"

namespace measures::actions {

// The measure stands from the day after the last of its kind, or from the first day of the school year.
Expected<MeasureId, Refusal> begin(Visit& visit, Definition const& definition);

// Changes what the measure is. Where scores hang on what changes, it ends and another follows it, whose id is
// the answer. The kind stays what it was.
Expected<MeasureId, Refusal> change(
    Visit& visit, MeasureId const& measure, int version, Definition const& definition
);

// It stands no longer, and none of its kind does until another begins.
Expected<void, Refusal> end(Visit& visit, Measure const& measure);

}  // namespace measures::actions
