#pragma once

#include "county/county.hpp"
#include "db/connection.hpp"

namespace county::store {

// What schools gave to the county of these years, both included, school by school: a transaction for reading
// enters each, so that rows of another are never in sight. What was not given is left out.
GivenByAll given(db::Connection& db, int from_year, int until_year);

}  // namespace county::store
