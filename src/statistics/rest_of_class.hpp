#pragma once

#include <optional>
#include <span>
#include <vector>

#include "statistics/multiplicity.hpp"
#include "statistics/single_case.hpp"

// A pupil, named before anybody looked, beside the rest of the class.
namespace statistics {

// One measure of the pupil's, and of the others.
struct PupilMeasure {
    std::optional<double> score;
    std::vector<std::optional<double>> others;
    Direction concern = Direction::low;
};

// What one measure says: its figures and their p beside the other measures', or why there are none.
struct MeasureFinding {
    Result<SingleCase> figures = refuse(Refusal::missing_case);
    std::optional<double> p_holm;
};

// What all of them say together.
struct ReferralFinding {
    std::vector<MeasureFinding> measures;
    int family = 0;  // how many could be tested
    bool significant = false;
};

// Each measure by Crawford-Howell on its side of concern, and Holm over those that could be tested: the
// decision errs in no more than a share alpha of ordinary pupils where scores are normal. A measure with
// fewer others than `fewest_others`, without spread or without the pupil's score is listed with its refusal
// and leaves the family.
ReferralFinding referral_by_holm(
    std::span<PupilMeasure const> measures, double alpha = 0.05, int fewest_others = 5
);

// How many of the class are as far out as the pupil, and the share of classes in which a pupil named
// beforehand is by chance: (1 + at_or_beyond) / all. Ties count against the claim, and no class smaller than
// 1 / p says p.
struct ExactRank {
    int all = 0;  // the pupil included
    int at_or_beyond = 0;
    double p = 1;
};

// Exact whatever the scores' distribution, for a pupil named before anybody looked; says nothing in a screen
// of the whole class. Refuses missing_case, too_few_controls and not_finite.
Result<ExactRank> exact_rank(
    std::optional<double> score, std::span<std::optional<double> const> others, Direction concern
);

// Every pupil in turn beside the rest: the externally studentised residual, whose largest is Grubbs' outlier
// test. Kept for the reference cases and the simulation: on skewed scores it flags ordinary pupils in most
// classes (docs/statistics.md), so no page shows it.
struct LeaveOneOut {
    int degrees = 0;
    std::vector<double> t;
    std::vector<double> p;
};
// Refuses too_few_controls (fewer than 3 pupils), zero_variance where any pupil's others are alike, and
// not_finite.
Result<LeaveOneOut> leave_one_out(std::span<double const> scores, Alternative alternative);

}  // namespace statistics
