#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "statistics/refusal.hpp"
#include "statistics/sample.hpp"

namespace statistics {

// What results of schools of one size look like by chance around a common target. Limits at 95 % are for the
// eye; a conversation begins beyond 99.8 %.

// The limit at this probability for the share of `pupils` who reach something, where the target is the share
// `target` of all (Spiegelhalter 2005, Stat Med 24:1185-1202, appendix): r smallest with F(r) >= probability,
// limit = (r - (F(r) - probability) / f(r)) / pupils, within 0 and 1; F and f binomial. Refuses with
// not_finite, p_out_of_range for a target beyond 0 or 1, invalid_level, and invalid_count for less than one
// pupil.
Result<double> limit_for_share(double target, std::int64_t pupils, double probability);

// The limits target -+ z sd / sqrt(pupils) for a mean of so many pupils, in the measure's units; sd is that
// of one pupil. Refuses with not_finite, invalid_se for an sd or z below 0, and invalid_count.
Result<Interval> limits_for_mean(double target, double sd, std::int64_t pupils, double z);

// One school's figure and its standard error.
struct Estimate {
    double value = 0;
    double standard_error = 0;
};

struct Overdispersion {
    std::vector<double> z;             // (value - target) / standard error, of each school
    std::vector<double> z_winsorised;  // drawn in to the 10 % and 90 % quantiles (type 7) of all
    double phi = 0;                    // mean square of the drawn in
    double between = 0;                // variance between schools beyond chance, of the values' units squared
    std::vector<Interval> limits;      // at 95 %: target -+ 1.96 sqrt(standard error² + between)
    std::vector<double> z_adjusted;    // by that widened standard error
};

// Limits widened for what schools differ beyond chance (Spiegelhalter 2005): with w = 1/standard error² and k
// schools, between = max(0, (k phi - (k - 1)) / (sum w - sum w² / sum w)). Refuses with not_finite,
// invalid_se, and too_few_points below two schools.
Result<Overdispersion> overdispersion(std::span<Estimate const> schools, double target);

struct IndividualsChart {
    double centre = 0;                // mean
    double moving_range = 0;          // mean step from one point to the next
    Interval limits;                  // centre -+ 3 moving_range / 1.128
    std::vector<std::size_t> beyond;  // which points lie outside, from 0
};

// Shewhart's chart of single values (XmR), for monthly counts of a school with twelve points or more; never
// for one pupil's weeks. Refuses with not_finite, and too_few_points below two.
Result<IndividualsChart> individuals_chart(std::span<double const> values);

}  // namespace statistics
