#pragma once

#include <string>
#include <vector>

#include "base/calendar.hpp"

namespace exchange {

// Whether a child of this birth date sits more than a year above or below the year group that goes by age:
// in Year 6 are those who were ten on 31 August. False where the year group says nothing.
bool lies_far_from_age(std::string const& year_group, Date born_on, int school_year);

// Whether the year group is below the lowest or above the highest of a school's classes. Where a class has no
// year, nobody can tell.
bool lies_outside(std::vector<std::string> const& years_of_classes, std::string const& year_group);

}  // namespace exchange
