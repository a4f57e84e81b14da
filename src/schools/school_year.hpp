#pragma once

#include "base/calendar.hpp"

namespace schools {

// The school year to which a term or a closure belongs, by its last day: terms may begin in the last days of
// August.
inline int year_of(Date last_day) { return calendar::school_year(last_day + calendar::days_in_week); }

}  // namespace schools
