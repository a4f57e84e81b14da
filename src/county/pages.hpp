#pragma once

#include <string>
#include <string_view>

#include "county/county.hpp"
#include "design/page.hpp"

namespace county::pages {

// Of which measure schools are told apart, from 0; by what children are, everyone being by kind of support;
// where the page is, so that it leads to the others, and where the same is as a file. A page that is a file
// itself has neither, and tells of parts by everything.
struct Shown {
    std::size_t measure = 0;
    insight::Dimension by = insight::Dimension::everyone;
    std::string_view path = {};
    std::string_view csv_path = {};

    std::string path_to(std::size_t which, insight::Dimension dimension) const;
};

// What support comes to over all schools: a line for each year, then part by part by kind of support and by
// each dimension, then a line for each measure, and of one of them each school between the limits of chance
// and the same as a table by name.
design::Page outcomes(County const& county, Shown const& shown = {});

// The tables of the page as RFC 4180 has them: years, parts, then schools by every measure.
std::string as_csv(County const& county);

// "The children's own targets, 0 to 10, rated by the class teacher. More is better", "Strengths and
// Difficulties: Total, rated by a parent or carer, from entry to exit. Less is better".
std::string in_words(ByMeasure const& by);

}  // namespace county::pages
