#include "statistics/difference_of_measures.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "statistics/sample.hpp"

namespace statistics {
namespace {

// The positive root of the test's equation, which is of second degree in its square.
double size_of_t(double difference, double r, double n) {
    double const not_shared = 1 - r * r;
    double const squared = 2 * (n - 1) * (n - 1);
    double const fixed = 2 - 2 * r + 2 * not_shared / (n - 1) + (5 + r) * not_shared / squared;
    double const growing = (1 + r) * not_shared / squared;
    double const target = difference * difference * n / (n + 1);
    // Written so that nothing cancels where the difference is small.
    return std::sqrt(2 * target / (fixed + std::sqrt(fixed * fixed + 4 * growing * target)));
}

}  // namespace

Result<DifferenceOfMeasures> revised_standardized_difference(
    MeasureBesideOthers const& first,
    MeasureBesideOthers const& second,
    double correlation,
    int others,
    Alternative alternative
) {
    std::array const all{
        first.score, first.mean, first.deviation, second.score, second.mean, second.deviation, correlation};
    if (!all_finite(all)) return refuse(Refusal::not_finite);
    if (others < 3) return refuse(Refusal::too_few_controls);
    if (first.deviation <= 0 || second.deviation <= 0) return refuse(Refusal::zero_variance);
    if (std::abs(correlation) >= 1) return refuse(Refusal::degenerate_correlation);
    DifferenceOfMeasures figures{.degrees = others - 1};
    figures.z_first = (first.score - first.mean) / first.deviation;
    figures.z_second = (second.score - second.mean) / second.deviation;
    double const difference = figures.z_first - figures.z_second;
    if (!std::isfinite(difference)) return refuse(Refusal::not_finite);
    figures.z_difference = difference / std::sqrt(2 - 2 * correlation);
    figures.t = size_of_t(difference, correlation, others);
    figures.p = probability_of(std::copysign(figures.t, difference), figures.degrees, alternative);
    return figures;
}

}  // namespace statistics
