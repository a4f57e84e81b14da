#pragma once

#include <optional>
#include <span>
#include <vector>

#include "statistics/refusal.hpp"

// Several tests that decide together. A test that could not be made has no p, keeps none, and is not counted.
namespace statistics {

using Probabilities = std::vector<std::optional<double>>;

// Holm 1979 (Scandinavian Journal of Statistics 6:65-70): what one test of the family would have to say so
// that all together err in no more than a share alpha. Refuses p_out_of_range.
Result<Probabilities> holm(std::span<std::optional<double> const> p);

// Benjamini and Hochberg 1995 (Journal of the Royal Statistical Society B 57:289-300): the share of false
// ones among those that are flagged at this level or below. Refuses p_out_of_range.
Result<Probabilities> benjamini_hochberg(std::span<std::optional<double> const> p);

}  // namespace statistics
