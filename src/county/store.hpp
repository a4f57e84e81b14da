#pragma once

#include "county/county.hpp"
#include "db/connection.hpp"

namespace county::store {

// What schools gave to the county of these years, both included, school by school: a transaction for reading
// enters each, so that rows of another are never in sight. What was not given is left out. Of parts those by
// one dimension alone where it is named, the kind of support being that by everyone; else all.
GivenByAll given(
    db::Connection& db, int from_year, int until_year, std::optional<insight::Dimension> by = {}
);

}  // namespace county::store
