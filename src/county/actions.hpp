#pragma once

#include "county/county.hpp"
#include "visits/visit.hpp"

namespace county::actions {

// How many school years are told of.
inline constexpr int years_told = 10;

// What schools gave of the latest ten years, all together. Of each school this reads what it gave to the
// county and nothing else, of parts those by one dimension where it is named; afterwards the visit is where
// it was.
County outcomes(Visit const& visit, std::optional<insight::Dimension> by = {});

}  // namespace county::actions
