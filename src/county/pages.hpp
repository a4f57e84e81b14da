#pragma once

#include <string>

#include "county/county.hpp"
#include "design/page.hpp"

namespace county::pages {

// What support comes to over all schools: a line for each year, then part by part by kind of support and by
// each dimension, then for each measure all schools together, each school between the limits of chance, and
// the same as a table by name.
design::Page outcomes(County const& county);

// The tables of the page as RFC 4180 has them: years, parts, then schools by measure.
std::string as_csv(County const& county);

// "The children's own targets, 0 to 10, rated by the class teacher. More is better", "Strengths and
// Difficulties: Total, rated by a parent or carer, from entry to exit. Less is better".
std::string in_words(ByMeasure const& by);

}  // namespace county::pages
