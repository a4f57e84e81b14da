#pragma once

#include <optional>

#include "insight/insight.hpp"
#include "visits/visit.hpp"

namespace insight::actions {

// The last school year that is over for long enough and of which the outcomes were not made; none where they
// were.
std::optional<int> year_to_make(Visit const& visit);

// Works out the outcomes of a school year and keeps them for good. False where that year can't be made now.
bool make(Visit& visit, int school_year);

// Lets the county see a year's outcomes, for good. False where they were not made, or given before.
bool give_to_the_county(Visit& visit, int school_year);

}  // namespace insight::actions
