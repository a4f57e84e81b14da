#pragma once

#include <optional>
#include <span>

#include "statistics/refusal.hpp"

namespace statistics {

// On which side the pupil is expected before looking: below the others, above them, or either.
enum class Alternative { less, greater, two_sided };
constexpr auto words(Alternative) { return std::array{"less", "greater", "two.sided"}; }
Alternative beyond(Direction concern);

// The rest of the class, the pupil left out: how many have a score, their mean, and their spread with divisor
// n - 1.
struct Others {
    int count = 0;
    int missing = 0;
    double mean = 0;
    double deviation = 0;
};

// A pupil beside others, in the others' standard deviations and in per cent of the population like them.
// Limits are of the level that was asked for.
struct SingleCase {
    Others others;
    int degrees = 0;
    double t = 0;
    double p = 0;
    double z = 0, z_low = 0, z_high = 0;
    double percent_below = 0, percent_below_low = 0, percent_below_high = 0;
};

// Crawford and Howell 1998 (Clinical Neuropsychologist 12:482-486): t = z / sqrt((n + 1) / n) with n - 1
// degrees of freedom, z = (x - mean) / deviation. Limits of z by the noncentral t, and those of the per cent
// below by the normal distribution: Crawford and Garthwaite 2002 (Neuropsychologia 40:1196-1208). It assumes
// that the others are a sample of a normal population. Refuses missing_case, too_few_controls (fewer than 2),
// zero_variance, not_finite and invalid_level.
Result<SingleCase> crawford_howell(
    std::optional<double> score,
    std::span<std::optional<double> const> others,
    Alternative alternative,
    double level = 0.95
);

// The same where only how many the others are, their mean and their spread are known.
Result<SingleCase> crawford_howell(
    double score, Others const& others, Alternative alternative, double level = 0.95
);

// How many of these have a score, their mean and spread; refuses too_few_controls, zero_variance and
// not_finite.
Result<Others> others_of(std::span<std::optional<double> const> scores);

// P(T <= t) on the side of the alternative, with these degrees of freedom.
double probability_of(double t, double degrees, Alternative alternative);

}  // namespace statistics
