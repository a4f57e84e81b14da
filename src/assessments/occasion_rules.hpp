#pragma once

#include <span>

#include "assessments/assessments.hpp"
#include "assessments/stage.hpp"

namespace assessments {

// What occasion a new rating by this instrument is proposed for. Before the first session it is on entry, and
// once there is one the weeks of waiting; while support runs a week where the instrument is used weekly for
// the child, and else between; afterwards the end, and once that is rated the time after it. Where the
// instrument has no form for it, between, or the first of its forms.
Occasion occasion_to_begin_with(std::span<Assessment const> all, LoadedInstrument const& loaded, Stage stage);

}  // namespace assessments
