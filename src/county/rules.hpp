#pragma once

#include "county/county.hpp"

namespace county {

// What all that was given comes to. A school's years count together; schools are weighed by Paule
// and Mandel. A measure of fewer than two schools is left out.
County county_of(GivenByAll const& given);

}  // namespace county
