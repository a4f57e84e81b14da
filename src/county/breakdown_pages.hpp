#pragma once

#include <string>

#include "county/county.hpp"
#include "html/html.hpp"

namespace county::pages {

// For each dimension whom support reached, how long they waited and what was held, and how far they changed,
// part by part. Nothing where no part is told.
h::Node breakdown(County const& county);

// The same as lines of a file, with their heading.
std::string breakdown_as_csv(County const& county);

}  // namespace county::pages
