#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "statistics/refusal.hpp"
#include "statistics/sample.hpp"

namespace statistics {

// How pupils of a group changed, and how much more than others did. Changes are after - before, in the
// measure's units; an effect size d or g is in standard deviations, and each says of what.

// One pupil, measured twice; empty where a measurement is missing.
struct Measured {
    std::optional<double> before;
    std::optional<double> after;
};

struct PairedChange {
    std::size_t n = 0;        // pupils with both
    std::size_t missing = 0;  // pupils without one of them
    double mean = 0;          // change
    double sd = 0;            // of the changes
    StudentTest test;         // of the mean change against none
    double d_z = 0;           // mean / sd
    double correction = 1;    // J = Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)), for few pupils
    double g = 0;             // J d_z
    Interval g_interval;      // J (limits of the noncentrality of t) / sqrt n
};

// Hedges and Olkin (1985). d_z hangs on how before and after correlate: it is not comparable with effects
// between groups. Refuses with not_finite, invalid_level, too_few_pairs below 3, and zero_variance where all
// changed alike.
Result<PairedChange> paired_change(std::span<Measured const> pupils, double confidence = 0.95);
// The same from a published mean and standard deviation of the changes; a standard deviation below 0 is
// refused as invalid_se.
Result<PairedChange> paired_change(Summary const& changes, double confidence = 0.95);

// Gamma(df/2) / (sqrt(df/2) Gamma((df - 1)/2)): by how much an effect size is too large for few pupils. For
// more than one degree.
double small_sample_correction(double degrees);

struct Difference {
    double difference = 0;
    double standard_error = 0;
    StudentTest test;
};

// Welch (1947): mean x - mean y, its standard error sqrt(s_x²/n_x + s_y²/n_y), degrees of Welch and
// Satterthwaite; two-sided. Refuses with not_finite, invalid_level, too_few_controls below two on a side, and
// zero_variance where neither side varies.
Result<Difference> welch_difference(
    std::span<double const> x, std::span<double const> y, double confidence = 0.95
);
// The same from published means and standard deviations; a standard deviation below 0 is refused as
// invalid_se.
Result<Difference> welch_difference(Summary const& x, Summary const& y, double confidence = 0.95);

// Difference in differences in one service: welch_difference of the changes of pupils supported and of those
// who wait; pupils without both measurements are left out. It assumes that both would have changed alike.
// Refuses as welch_difference, with too_few_pairs in place of too_few_controls.
Result<Difference> difference_in_differences(
    std::span<Measured const> supported, std::span<Measured const> waiting, double confidence = 0.95
);

// What published means, standard deviations and a paired t say of the changes that were not published.
struct ChangeFromSummaries {
    double mean = 0;         // change
    double sd = 0;           // of the changes: |mean| sqrt n / |t|
    double correlation = 0;  // of before and after that this spread implies
    double d_z = 0;          // mean / sd
    double d_av = 0;         // mean / the average of both standard deviations
    double d_before = 0;     // mean / standard deviation before
    Interval interval;       // of the mean change
};

// Refuses with not_finite, invalid_level, too_few_pairs below 3, invalid_se for a standard deviation of 0 or
// less, zero_standard_error where t is 0 (the spread then cannot be told), different_lengths where the
// numbers differ, and degenerate_correlation where no correlation could give this t.
Result<ChangeFromSummaries> change_from_summaries(
    Summary const& before, Summary const& after, double t, double confidence = 0.95
);

struct BeforeAndAfter {
    Summary before;
    Summary after;
};

struct DifferenceOfMeans {
    double difference = 0;  // of the mean changes
    double pooled_sd = 0;   // before, of both groups, each with its degrees
    double effect = 0;      // difference / pooled_sd
};

// Difference in differences of published means, and its share of the pooled standard deviation before;
// without p, for which the correlations would be needed. Refuses with not_finite, too_few_controls below two
// in a group, invalid_se for a standard deviation below 0, and zero_variance where nobody differed before.
Result<DifferenceOfMeans> difference_of_means(BeforeAndAfter const& supported, BeforeAndAfter const& waiting);

}  // namespace statistics
