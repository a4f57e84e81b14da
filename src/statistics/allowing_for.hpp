#pragma once

#include <optional>
#include <span>
#include <vector>

#include "statistics/single_case.hpp"

namespace statistics {

// A pupil beside others of the same age, or alike in what else was measured of all of them.
struct AllowingFor {
    int degrees = 0;
    double predicted = 0;           // what the others' regression expects of the pupil
    double residual_deviation = 0;  // around the regression, with its own degrees of freedom
    double leverage = 0;            // above 0.5 the pupil lies beyond those whom the line was drawn through
    double t = 0;
    double p = 0;
    double z = 0, z_low = 0, z_high = 0;
    double percent_below = 0, percent_below_low = 0, percent_below_high = 0;
};

// What is known of one of the others: the score, and each covariate in the same order.
struct OtherWithCovariates {
    double score = 0;
    std::vector<double> covariates;
};

// Regression of the others' scores on their covariates: t = (x - predicted) / (s sqrt(1 + h)), with n - k - 1
// degrees of freedom; limits of z by the noncentral t. The Bayesian test of Crawford, Garthwaite and Ryan
// 2011 (Cortex 47:1166-1178) comes to the same. For age, never for sex, free meals or special needs: allowing
// for those hides need. Refuses missing_case, too_few_controls (fewer than k + 2), different_lengths,
// singular_design, zero_variance, not_finite and invalid_level.
Result<AllowingFor> crawford_allowing_for(
    std::optional<double> score,
    std::span<double const> covariates,
    std::span<OtherWithCovariates const> others,
    Alternative alternative,
    double level = 0.95
);

// The others by their means, deviations (divisor n - 1) and correlation, for one covariate.
struct OthersWithCovariate {
    int count = 0;
    double mean = 0, deviation = 0;
    double covariate_mean = 0, covariate_deviation = 0;
    double correlation = 0;
};
Result<AllowingFor> crawford_allowing_for(
    double score,
    double covariate,
    OthersWithCovariate const& others,
    Alternative alternative,
    double level = 0.95
);

}  // namespace statistics
