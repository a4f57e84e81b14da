#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "statistics/refusal.hpp"
#include "statistics/sample.hpp"

namespace statistics {

// How often a rating during the programme is better than one before it, over all pairs of the two.

struct Overlap {
    std::size_t before = 0;  // how many ratings
    std::size_t during = 0;
    double nap = 0;  // from 0 to 1; half where nothing differs
    // Empty where there is only one rating before or during.
    std::optional<double> standard_error;
    std::optional<Interval> interval;
    // Exact over all ways of sharing out the ratings, whatever their ties.
    double p_improvement = 1;
    double p_either_way = 1;
};

// Nonoverlap of All Pairs (Parker and Vannest 2009, Behav Ther 40:357-367): (pairs that are better + half of
// the ties) / all pairs. Standard error: unbiased (Mee 1990, Sen 1967), never below that of half a pair more
// or less. Interval: Newcombe (2006), Stat Med 25:559-573, method 5, with one open end where NAP is 0 or 1.
// Exact p: the share of all C(m + n, m) relabellings with a NAP as high, or as far from half; of more than
// 100 ratings, of 20,000 relabellings drawn with `seed` and p = (1 + as high) / (1 + drawn). Time is not
// looked at: a steady rise before the programme counts as improvement. Refuses with too_few_points,
// not_finite, invalid_level.
Result<Overlap> overlap(
    std::span<double const> before,
    std::span<double const> during,
    Direction better = Direction::high,
    double confidence = 0.95,
    std::uint64_t seed = 1
);

// The p of complete separation: 1 / C(before + during, before).
double smallest_possible_p(std::size_t before, std::size_t during);

// The house's rule: a p is shown only with 3 ratings before or more, and where the best result would be .05
// or less.
bool p_may_be_shown(std::size_t before, std::size_t during);

// Improvement Rate Difference, robust (Parker, Vannest and Davis 2011, Behav Modif 35:303-322): from the
// fewest ratings to leave out until none before is as good as one during; from -1 to 1. Refuses with
// too_few_points and not_finite.
Result<double> improvement_rate_difference(
    std::span<double const> before, std::span<double const> during, Direction better = Direction::high
);

}  // namespace statistics
