#pragma once

#include <optional>
#include <span>

#include "assessments/assessments.hpp"
#include "change/weekly.hpp"

namespace change {

// By which instrument the child is rated this week: the one of the last weekly rating, else one of the
// child's age with a weekly form that names its items, else any with a weekly form. Nothing where the school
// has none that class teachers rate by.
std::optional<InstrumentId> instrument_for(
    Rateable const& child, std::span<assessments::WeeklyInstrument const> instruments, Date today
);

// What is asked of the class teacher this week. Nothing once the week has a rating, nor after three before
// the programme; and during it where none was made before, since nothing could be told from those that
// follow.
std::optional<ToRate> asked_this_week(
    Rateable const& child, std::span<assessments::WeeklyInstrument const> instruments, Date today
);

}  // namespace change
