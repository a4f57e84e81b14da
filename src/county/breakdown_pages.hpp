#pragma once

#include <string>

#include "county/pages.hpp"
#include "html/html.hpp"

namespace county::pages {

// For each dimension whom support reached, how long they waited and what was held, and how far they changed,
// part by part. A page that has an address leads from one dimension to the others; one that has none tells of
// all, and nothing where no part is told.
h::Node breakdown(County const& county, Shown const& shown);

// The same as lines of a file, with their heading.
std::string breakdown_as_csv(County const& county);

}  // namespace county::pages
