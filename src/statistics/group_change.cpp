#include "statistics/group_change.hpp"

#include <algorithm>
#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <vector>

#include "statistics/noncentral.hpp"

namespace statistics {
namespace {

// Decimal scores that all changed alike leave differences of this share of them.
constexpr double rounding = 1e-12;
// A correlation of 1 comes out of standard deviations as so much more.
constexpr double correlation_rounding = 1e-9;

struct Changes {
    std::vector<double> values;
    std::size_t missing = 0;
    double largest_score = 0;
};

Result<Changes> changes_of(std::span<Measured const> pupils) {
    Changes changes;
    for (auto const& [before, after] : pupils) {
        for (auto const& score : {before, after})
            if (score && !std::isfinite(*score)) return refuse(Refusal::not_finite);
        if (!before || !after) {
            ++changes.missing;
            continue;
        }
        changes.values.push_back(*after - *before);
        changes.largest_score = std::max({changes.largest_score, std::abs(*before), std::abs(*after)});
    }
    return changes;
}

Summary summary_of(Changes const& changes) {
    auto summary = statistics::summary_of(changes.values);
    if (summary.sd <= rounding * changes.largest_score) summary.sd = 0;
    return summary;
}

bool is_finite(Summary const& summary) { return std::isfinite(summary.mean) && std::isfinite(summary.sd); }

bool is_finite(StudentTest const& test) {
    return all_finite(std::array{test.t, test.degrees, test.p, test.interval.lower, test.interval.upper});
}

double squared_error(Summary const& summary) {
    return summary.sd * (summary.sd / static_cast<double>(summary.n));
}

double degrees_of(Summary const& summary) { return static_cast<double>(summary.n) - 1; }

double pooled(Summary const& one, Summary const& other) {
    auto const degrees = degrees_of(one) + degrees_of(other);
    return std::hypot(
        one.sd * std::sqrt(degrees_of(one) / degrees), other.sd * std::sqrt(degrees_of(other) / degrees)
    );
}

Interval effect_interval(double t, double n, double correction, double confidence) {
    auto const out = (1 - confidence) / 2;
    auto const share = correction / std::sqrt(n);
    return {
        .lower = share * noncentrality_at(t, n - 1, 1 - out),
        .upper = share * noncentrality_at(t, n - 1, out)};
}

std::optional<Refusal> refusal_of(Summary const& before, Summary const& after, double t, double confidence) {
    if (!is_finite(before) || !is_finite(after) || !std::isfinite(t)) return Refusal::not_finite;
    if (!is_level(confidence)) return Refusal::invalid_level;
    if (before.n != after.n) return Refusal::different_lengths;
    if (before.n < 3) return Refusal::too_few_pairs;
    if (before.sd <= 0 || after.sd <= 0) return Refusal::invalid_se;
    if (t == 0) return Refusal::zero_standard_error;
    return std::nullopt;
}

std::optional<Refusal> refusal_of(BeforeAndAfter const& group) {
    for (auto const& summary : {group.before, group.after}) {
        if (!is_finite(summary)) return Refusal::not_finite;
        if (summary.n < 2) return Refusal::too_few_controls;
        if (summary.sd < 0) return Refusal::invalid_se;
    }
    return std::nullopt;
}

}  // namespace

double small_sample_correction(double degrees) {
    return 1 / (boost::math::tgamma_delta_ratio((degrees - 1) / 2, 0.5) * std::sqrt(degrees / 2));
}

Result<PairedChange> paired_change(std::span<Measured const> pupils, double confidence) {
    auto const changes = changes_of(pupils);
    if (!changes) return refuse(changes.error());
    auto change = paired_change(summary_of(*changes), confidence);
    if (change) change->missing = changes->missing;
    return change;
}

Result<PairedChange> paired_change(Summary const& summary, double confidence) {
    if (!is_level(confidence)) return refuse(Refusal::invalid_level);
    if (summary.n < 3) return refuse(Refusal::too_few_pairs);
    if (!is_finite(summary)) return refuse(Refusal::not_finite);
    if (summary.sd < 0) return refuse(Refusal::invalid_se);
    if (summary.sd == 0) return refuse(Refusal::zero_variance);
    auto const n = static_cast<double>(summary.n);
    PairedChange change{
        .n = summary.n,
        .mean = summary.mean,
        .sd = summary.sd,
        .test = student_test(summary.mean, summary.sd / std::sqrt(n), n - 1, confidence),
        .d_z = summary.mean / summary.sd,
        .correction = small_sample_correction(n - 1)};
    if (!is_finite(change.test)) return refuse(Refusal::not_finite);
    change.g = change.correction * change.d_z;
    change.g_interval = effect_interval(change.test.t, n, change.correction, confidence);
    return change;
}

Result<Difference> welch_difference(std::span<double const> x, std::span<double const> y, double confidence) {
    if (!all_finite(x) || !all_finite(y)) return refuse(Refusal::not_finite);
    return welch_difference(statistics::summary_of(x), statistics::summary_of(y), confidence);
}

Result<Difference> welch_difference(Summary const& x, Summary const& y, double confidence) {
    if (!is_finite(x) || !is_finite(y)) return refuse(Refusal::not_finite);
    if (!is_level(confidence)) return refuse(Refusal::invalid_level);
    if (x.n < 2 || y.n < 2) return refuse(Refusal::too_few_controls);
    if (x.sd < 0 || y.sd < 0) return refuse(Refusal::invalid_se);
    auto const of_x = squared_error(x);
    auto const of_y = squared_error(y);
    auto const sum = of_x + of_y;
    if (!(sum > 0)) return refuse(Refusal::zero_variance);
    // As shares of their sum, so that neither small nor large ones leave the numbers that a double holds.
    auto const degrees =
        1 / (of_x / sum * (of_x / sum) / degrees_of(x) + of_y / sum * (of_y / sum) / degrees_of(y));
    Difference found{.difference = x.mean - y.mean, .standard_error = std::sqrt(sum)};
    if (!all_finite(std::array{found.difference, found.standard_error, degrees}))
        return refuse(Refusal::not_finite);
    found.test = student_test(found.difference, found.standard_error, degrees, confidence);
    if (!is_finite(found.test)) return refuse(Refusal::not_finite);
    return found;
}

Result<Difference> difference_in_differences(
    std::span<Measured const> supported, std::span<Measured const> waiting, double confidence
) {
    auto const of_supported = changes_of(supported);
    auto const of_waiting = changes_of(waiting);
    if (!of_supported || !of_waiting) return refuse(Refusal::not_finite);
    if (of_supported->values.size() < 2 || of_waiting->values.size() < 2)
        return refuse(Refusal::too_few_pairs);
    return welch_difference(summary_of(*of_supported), summary_of(*of_waiting), confidence);
}

Result<ChangeFromSummaries> change_from_summaries(
    Summary const& before, Summary const& after, double t, double confidence
) {
    if (auto const refusal = refusal_of(before, after, t, confidence)) return refuse(*refusal);
    auto const n = static_cast<double>(before.n);
    ChangeFromSummaries change{.mean = after.mean - before.mean};
    change.sd = std::abs(change.mean) * std::sqrt(n) / std::abs(t);
    if (!(change.sd > 0)) return refuse(Refusal::zero_standard_error);
    change.correlation =
        (before.sd / after.sd + after.sd / before.sd - change.sd / before.sd * (change.sd / after.sd)) / 2;
    if (!(std::abs(change.correlation) <= 1 + correlation_rounding))
        return refuse(Refusal::degenerate_correlation);
    change.correlation = std::clamp(change.correlation, -1., 1.);
    change.d_z = change.mean / change.sd;
    change.d_av = change.mean / (before.sd / 2 + after.sd / 2);
    change.d_before = change.mean / before.sd;
    change.interval = student_test(change.mean, change.sd / std::sqrt(n), n - 1, confidence).interval;
    if (!all_finite(std::array{
            change.d_z, change.d_av, change.d_before, change.interval.lower, change.interval.upper}))
        return refuse(Refusal::not_finite);
    return change;
}

Result<DifferenceOfMeans> difference_of_means(
    BeforeAndAfter const& supported, BeforeAndAfter const& waiting
) {
    for (auto const& group : {supported, waiting})
        if (auto const refusal = refusal_of(group)) return refuse(*refusal);
    DifferenceOfMeans found{
        .difference =
            (supported.after.mean - supported.before.mean) - (waiting.after.mean - waiting.before.mean),
        .pooled_sd = pooled(supported.before, waiting.before)};
    if (!(found.pooled_sd > 0)) return refuse(Refusal::zero_variance);
    found.effect = found.difference / found.pooled_sd;
    if (!all_finite(std::array{found.difference, found.pooled_sd, found.effect}))
        return refuse(Refusal::not_finite);
    return found;
}

}  // namespace statistics
