#pragma once

#include <vector>

#include "insight/missing.hpp"
#include "visits/visit.hpp"

namespace insight::actions {

// The school years of which outcomes can be made now, the latest first.
std::vector<int> years_to_make(Visit const& visit);

// What is on record of the support that began in a school year.
OnRecord on_record(Visit const& visit, int school_year);

// Works out the outcomes of a school year and keeps them for good. False where that year can't be made now.
bool make(Visit& visit, int school_year);

// Lets the county see a year's outcomes, for good. False where they were not made, or given before.
bool give_to_the_county(Visit& visit, int school_year);

}  // namespace insight::actions
