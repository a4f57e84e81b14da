#pragma once

#include <optional>
#include <string>

#include "measures/measures.hpp"
#include "schools/schools.hpp"

namespace measures {

// A stretch of the school's days in which a measure is taken once.
struct Occasion {
    std::string name;  // "Summer", "Summer, second half", "2025 to 2026"
    Date first;
    Date last;
    friend bool operator==(Occasion const&, Occasion const&) = default;
};

// The one that the day lies in; none where the day lies in no term. A term is halved by its longest closure
// of three days or more, the half term, and without one in its middle.
std::optional<Occasion> occasion_of(TakenEach taken_each, schools::OpenDays const& open, Date day);

}  // namespace measures
