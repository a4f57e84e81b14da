#pragma once

#include <optional>

#include "statistics/refusal.hpp"

namespace statistics {

// Whether a pupil's score changed by more than the measure's own error explains. Scores, means and standard
// deviations are in the measure's units.

// What an instrument's manual says of it; never worked out from one class. The reliability is that of the
// same kind of rating, best test-retest over as long as a programme lasts.
struct Instrument {
    double sd = 0;
    double reliability = 0;
    Direction better = Direction::high;
};

// Means and standard deviations of those in need, and of those who are not.
struct Norms {
    double clinical_mean = 0;
    double clinical_sd = 0;
    double functional_mean = 0;
    double functional_sd = 0;
};

enum class ChangeCategory { recovered, reliably_improved, no_reliable_change, reliably_deteriorated };
constexpr auto words(ChangeCategory) {
    return std::array{"recovered", "reliably_improved", "no_reliable_change", "reliably_deteriorated"};
}

// The scores from which a pupil is no longer one of those in need.
struct CutOffs {
    double a = 0;  // two standard deviations from the mean of those in need
    double b = 0;  // two standard deviations from the mean of the others
    double c = 0;  // where both are equally likely
};

struct ReliableChange {
    double measurement_error = 0;  // standard error of one score
    double difference_error = 0;   // standard error of the difference of two
    double index = 0;              // positive where the score went up, whichever side is the better
    std::optional<CutOffs> cut_offs;
    ChangeCategory category = ChangeCategory::no_reliable_change;
};

// Jacobson and Truax (1991), J Consult Clin Psychol 59:12-19: index = (after - before) / (sqrt 2 SD sqrt(1 -
// r)), reliable beyond `criterion` on the better or worse side, and recovered where it also went past cut-off
// c. a = M_clinical +- 2 SD_clinical, b = M_functional -+ 2 SD_functional, c = (SD_clinical M_functional +
// SD_functional M_clinical) / (SD_clinical + SD_functional). Refuses with not_finite, invalid_reliability,
// zero_standard_error, invalid_level for a criterion of 0 or less, and zero_variance for norms without
// spread.
Result<ReliableChange> reliable_change(
    double before, double after, Instrument const&, std::optional<Norms> const& = {}, double criterion = 1.96
);

// The least difference of two scores that is reliable: criterion sqrt 2 SD sqrt(1 - r). Refuses as
// reliable_change.
Result<double> smallest_reliable_change(Instrument const&, double criterion = 1.96);

// What a second look says that allows for regression to the mean.
struct ResidualChange {
    double expected = 0;    // the score to be expected afterwards where nothing truly changed
    double residual = 0;    // after - expected
    double index = 0;       // residual over the standard error of one score
    double prediction = 0;  // residual over the standard error of predicting one score from another
    ChangeCategory category = ChangeCategory::no_reliable_change;  // by `prediction`; never recovered
};

// As Edwards and Nunnally, in Speer (1992), J Consult Clin Psychol 60:402-408: expected = M + r (before - M)
// with the mean M of all pupils, index = residual / (SD sqrt(1 - r)); and prediction = residual / (SD sqrt(1
// - r²)). By the latter it is told what counts: the residual of a pupil without change spreads by SD sqrt(1 -
// r²), so that 1 in 20 lies beyond 1.96 of it, and far more beyond 1.96 of the former. Refuses as
// reliable_change.
Result<ResidualChange> residual_change(
    double before, double after, double mean, Instrument const&, double criterion = 1.96
);

// M + r (before - M): the score that regression to the mean alone leads to. Refuses with not_finite and
// invalid_reliability.
Result<double> expected_without_change(double before, double mean, double reliability);

}  // namespace statistics
