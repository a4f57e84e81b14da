#include "statistics/sample.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace statistics {
namespace {

// Differences of decimal fractions leave this share of a score and not nothing.
constexpr double rounding = 1e-12;

bool are_alike(std::span<double const> values) {
    auto const [least, most] = std::ranges::minmax(values);
    return most - least <= rounding * std::max(std::abs(least), std::abs(most));
}

}  // namespace

bool all_finite(std::span<double const> values) {
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

Summary summary_of(std::span<double const> values) {
    if (values.empty()) return {};
    auto const n = static_cast<double>(values.size());
    auto const mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    if (values.size() < 2 || are_alike(values)) return {.n = values.size(), .mean = mean, .sd = 0};
    auto const squares = std::accumulate(values.begin(), values.end(), 0.0, [mean](double sum, double value) {
        return sum + (value - mean) * (value - mean);
    });
    return {.n = values.size(), .mean = mean, .sd = std::sqrt(squares / (n - 1))};
}

StudentTest student_test(double estimate, double standard_error, double degrees, double confidence) {
    boost::math::students_t_distribution<double> const distribution(degrees);
    auto const t = estimate / standard_error;
    auto const reach = boost::math::quantile(boost::math::complement(distribution, (1 - confidence) / 2));
    return {
        .t = t,
        .degrees = degrees,
        .p = 2 * boost::math::cdf(distribution, -std::abs(t)),
        .interval = {.lower = estimate - reach * standard_error, .upper = estimate + reach * standard_error}};
}

bool is_level(double confidence) { return confidence > 0 && confidence < 1; }

}  // namespace statistics
