#pragma once

#include <string>

#include "county/county.hpp"

namespace county {

// "+1.2"
std::string with_sign(double value);

// The estimate and its 95 % interval by Student's t with these degrees, as "+1.2 (+0.4 to +2.0)".
std::string with_interval(statistics::Estimate const& estimate, double degrees);

// The same of a mean of schools. Of fewer than five the mean alone: an interval would say more than so few
// can.
std::string mean_of_schools(statistics::Estimate const& estimate, int schools);

// "Kind of support", "SEN provision"
std::string_view told_by(insight::Dimension dimension);

// "In a group or both", "Years 3 and 4"
std::string in_words(Part const& part);

}  // namespace county
