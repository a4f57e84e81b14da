#pragma once

#include <cstddef>
#include <span>

#include "statistics/refusal.hpp"

namespace statistics {

// Overlap that allows for a trend which was there before the programme. For a look at how much hangs on the
// trend, never as the headline: with fewer than five ratings before, the trend is noise drawn out over weeks.
// In every tau positive is better, from -1 to 1.

// A rating and the week in which it was given, from any beginning.
struct Weekly {
    double week = 0;
    double rating = 0;
};

struct TauU {
    double tau = 0;       // of before against during, 2 NAP - 1
    double tau_u = 0;     // the same less the trend before; may lie beyond 1
    long difference = 0;  // pairs that are better less those that are worse, less the same within before
};

// Tau-U as A against B less the trend of A (Parker, Vannest, Davis and Sauber 2011, Behav Ther 42:284-299):
// (S_AB - S_AA) / (m n). Ratings in the order of time. Refuses with too_few_points and not_finite.
Result<TauU> tau_u(
    std::span<double const> before, std::span<double const> during, Direction better = Direction::high
);

struct CorrectedTau {
    double tau = 0;
    double slope = 0;      // of the ratings before, a week, in the measure's units
    double intercept = 0;  // at week 0
};

// Baseline-corrected tau: the Theil-Sen line through the ratings before (the median of all slopes between
// two, and of what each then leaves) is taken from all ratings; tau = (better pairs - worse pairs) / (m n) of
// what remains, where what differs by no more than rounding is a tie. Refuses with too_few_points below two
// ratings before or one during, singular_design where those before are of one week, and not_finite.
Result<CorrectedTau> baseline_corrected_tau(
    std::span<Weekly const> before, std::span<Weekly const> during, Direction better = Direction::high
);

struct TarlowTau {
    double baseline_tau = 0;  // of the ratings before with their weeks
    double baseline_p = 1;    // two-sided, normal, without a correction for continuity
    bool corrected = false;   // baseline_p is below the level
    double tau_uncorrected = 0;
    double tau_corrected = 0;
    double tau = 0;  // the one of both that counts
    double p = 1;    // of that one
};

// Tarlow (2017), Behav Modif 41:427-467: Kendall's tau-b of the ratings with the phase; of the remainders of
// baseline_corrected_tau where the trend before is significant at `level`. A tau-b of what does not vary is
// 0, its p 1. Refuses as baseline_corrected_tau, and with invalid_level.
Result<TarlowTau> tarlow_tau(
    std::span<Weekly const> before,
    std::span<Weekly const> during,
    Direction better = Direction::high,
    double level = 0.05
);

}  // namespace statistics
