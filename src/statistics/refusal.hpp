#pragma once

#include <array>

#include "base/expected.hpp"
#include "base/words.hpp"

// Pure methods over numbers: no clock, no database, no page. Each function's header names its source, its
// formula, its units and what it refuses. Scores are in the units of their measure; probabilities lie between
// 0 and 1.
namespace statistics {

// Why no figure can be had. The words are those of the reference cases; what people read is worded on pages.
enum class Refusal {
    missing_case,            // the pupil has no score
    too_few_controls,        // too few others have one
    zero_variance,           // the others, or all changes, are alike
    not_finite,              // a number that is none, or beyond all bounds
    p_out_of_range,          // a probability below 0 or above 1
    invalid_level,           // a level of confidence that does not lie between 0 and 1
    invalid_reliability,     // a reliability below 0 or above 1
    zero_standard_error,     // a measure without error or without spread
    degenerate_correlation,  // two measures that are one
    singular_design,         // a covariate that does not vary, or two that say the same
    too_few_points,          // no rating before, or none after
    too_few_pairs,           // too few pupils measured twice
    too_few_clusters,        // too few schools on either side
    different_lengths,       // two lists that belong together are not of one length
    invalid_se,              // a standard error of nothing, or below it
    invalid_count,           // a count below nothing, or more than there are
    no_protection            // no way of hiding cells protects the small ones
};
constexpr auto words(Refusal) {
    return std::array{
        "missing_case",
        "too_few_controls",
        "zero_variance",
        "not_finite",
        "p_out_of_range",
        "invalid_level",
        "invalid_reliability",
        "zero_standard_error",
        "degenerate_correlation",
        "singular_design",
        "too_few_points",
        "too_few_pairs",
        "too_few_clusters",
        "different_lengths",
        "invalid_se",
        "invalid_count",
        "no_protection"};
}

template <class Figures>
using Result = Expected<Figures, Refusal>;

// On which side of the others a pupil gives concern, or a later rating is the better one.
enum class Direction { low, high };
constexpr auto words(Direction) { return std::array{"low", "high"}; }

}  // namespace statistics
