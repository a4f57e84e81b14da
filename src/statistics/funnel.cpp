#include "statistics/funnel.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <optional>

namespace statistics {
namespace {

constexpr double drawn_in_share = 0.1;
// The 97.5 % quantile of the normal distribution.
constexpr double limits_z = 1.959963984540054;
// The mean range of two values of a normal distribution, in standard deviations.
constexpr double range_of_two = 1.128;

double within_0_and_1(double share) { return std::clamp(share, 0., 1.); }

// The smallest count that so much of the distribution lies at or below.
double smallest_reaching(boost::math::binomial_distribution<double> const& counts, double probability) {
    auto low = -1.;
    auto high = counts.trials();
    while (high - low > 1) {
        auto const middle = std::floor((low + high) / 2);
        (boost::math::cdf(counts, middle) >= probability ? high : low) = middle;
    }
    return high;
}

// Type 7 of Hyndman and Fan: between the two neighbours of (n - 1) share.
double quantile_of(std::vector<double> values, double share) {
    std::ranges::sort(values);
    auto const place = static_cast<double>(values.size() - 1) * share;
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

std::vector<double> drawn_in(std::vector<double> z) {
    auto const low = quantile_of(z, drawn_in_share);
    auto const high = quantile_of(z, 1 - drawn_in_share);
    for (auto& one : z) one = std::clamp(one, low, high);
    return z;
}

double mean_square(std::vector<double> const& values) {
    double sum = 0;
    for (auto const value : values) sum += value * value;
    return sum / static_cast<double>(values.size());
}

double between_schools(std::span<Estimate const> schools, double phi) {
    double weights = 0;
    double squares = 0;
    for (auto const& school : schools) {
        auto const weight = 1 / school.standard_error / school.standard_error;
        weights += weight;
        squares += weight * weight;
    }
    auto const many = static_cast<double>(schools.size());
    return std::max(0., (many * phi - (many - 1)) / (weights - squares / weights));
}

std::optional<Refusal> refusal_of(std::span<Estimate const> schools) {
    for (auto const& school : schools) {
        if (!std::isfinite(school.value) || !std::isfinite(school.standard_error)) return Refusal::not_finite;
        if (school.standard_error <= 0) return Refusal::invalid_se;
    }
    if (schools.size() < 2) return Refusal::too_few_points;
    return std::nullopt;
}

}  // namespace

Result<double> limit_for_share(double target, std::int64_t pupils, double probability) {
    if (!all_finite(std::array{target, probability})) return refuse(Refusal::not_finite);
    if (target < 0 || target > 1) return refuse(Refusal::p_out_of_range);
    if (!is_level(probability)) return refuse(Refusal::invalid_level);
    if (pupils < 1) return refuse(Refusal::invalid_count);
    // All pupils or none: there is no chance in it.
    if (target == 0 || target == 1) return target;
    auto const many = static_cast<double>(pupils);
    boost::math::binomial_distribution<double> const counts(many, target);
    auto const reached = smallest_reaching(counts, probability);
    auto const beyond = (boost::math::cdf(counts, reached) - probability) / boost::math::pdf(counts, reached);
    if (!std::isfinite(beyond)) return refuse(Refusal::not_finite);
    return within_0_and_1((reached - beyond) / many);
}

Result<Interval> limits_for_mean(double target, double sd, std::int64_t pupils, double z) {
    if (!all_finite(std::array{target, sd, z})) return refuse(Refusal::not_finite);
    if (sd < 0 || z < 0) return refuse(Refusal::invalid_se);
    if (pupils < 1) return refuse(Refusal::invalid_count);
    auto const reach = z * (sd / std::sqrt(static_cast<double>(pupils)));
    Interval const limits{.lower = target - reach, .upper = target + reach};
    if (!all_finite(std::array{limits.lower, limits.upper})) return refuse(Refusal::not_finite);
    return limits;
}

Result<Overdispersion> overdispersion(std::span<Estimate const> schools, double target) {
    if (!std::isfinite(target)) return refuse(Refusal::not_finite);
    if (auto const refusal = refusal_of(schools)) return refuse(*refusal);
    Overdispersion found;
    for (auto const& school : schools) found.z.push_back((school.value - target) / school.standard_error);
    if (!all_finite(found.z)) return refuse(Refusal::not_finite);
    found.z_winsorised = drawn_in(found.z);
    found.phi = mean_square(found.z_winsorised);
    found.between = between_schools(schools, found.phi);
    if (!all_finite(std::array{found.phi, found.between})) return refuse(Refusal::not_finite);
    for (auto const& school : schools) {
        auto const error = std::hypot(school.standard_error, std::sqrt(found.between));
        found.limits.push_back({.lower = target - limits_z * error, .upper = target + limits_z * error});
        found.z_adjusted.push_back((school.value - target) / error);
        if (!std::isfinite(found.limits.back().upper - found.limits.back().lower))
            return refuse(Refusal::not_finite);
    }
    return found;
}

Result<IndividualsChart> individuals_chart(std::span<double const> values) {
    if (!all_finite(values)) return refuse(Refusal::not_finite);
    if (values.size() < 2) return refuse(Refusal::too_few_points);
    double steps = 0;
    for (std::size_t i = 1; i < values.size(); ++i) steps += std::abs(values[i] - values[i - 1]);
    IndividualsChart chart{
        .centre = summary_of(values).mean, .moving_range = steps / static_cast<double>(values.size() - 1)};
    auto const reach = 3 / range_of_two * chart.moving_range;
    chart.limits = {.lower = chart.centre - reach, .upper = chart.centre + reach};
    if (!all_finite(std::array{chart.limits.lower, chart.limits.upper})) return refuse(Refusal::not_finite);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] < chart.limits.lower || values[i] > chart.limits.upper) chart.beyond.push_back(i);
    return chart;
}

}  // namespace statistics
