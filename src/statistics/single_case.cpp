#include "statistics/single_case.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "statistics/noncentral.hpp"
#include "statistics/sample.hpp"

namespace statistics {
namespace {

// Scores that differ by no more than this share of their size are one score.
constexpr double rounding = 1e-12;

double percent(double probability) { return 100 * probability; }

double normal_below(double z) { return boost::math::cdf(boost::math::normal_distribution<>(), z); }

void put_limits(SingleCase& figures, double level) {
    auto const root = std::sqrt(static_cast<double>(figures.others.count));
    auto const limit = [&](double probability) {
        return noncentrality_at(figures.z * root, figures.degrees, probability) / root;
    };
    figures.z_low = limit((1 + level) / 2);
    figures.z_high = limit((1 - level) / 2);
    figures.percent_below_low = percent(normal_below(figures.z_low));
    figures.percent_below_high = percent(normal_below(figures.z_high));
}

}  // namespace

Alternative beyond(Direction concern) {
    return concern == Direction::low ? Alternative::less : Alternative::greater;
}

double probability_of(double t, double degrees, Alternative alternative) {
    boost::math::students_t_distribution<> const distribution(degrees);
    switch (alternative) {
        case Alternative::less: return boost::math::cdf(distribution, t);
        case Alternative::greater: return boost::math::cdf(boost::math::complement(distribution, t));
        case Alternative::two_sided: return 2 * boost::math::cdf(distribution, -std::abs(t));
    }
    return 1;
}

Result<Others> others_of(std::span<std::optional<double> const> scores) {
    Others others;
    double largest = 0;
    for (auto const& score : scores) {
        if (!score) {
            ++others.missing;
            continue;
        }
        if (!std::isfinite(*score)) return refuse(Refusal::not_finite);
        largest = std::max(largest, std::abs(*score));
        others.mean += *score;
        ++others.count;
    }
    if (others.count < 2) return refuse(Refusal::too_few_controls);
    others.mean /= others.count;
    double squares = 0;
    for (auto const& score : scores)
        if (score) squares += (*score - others.mean) * (*score - others.mean);
    others.deviation = std::sqrt(squares / (others.count - 1));
    if (others.deviation <= rounding * largest) return refuse(Refusal::zero_variance);
    return others;
}

Result<SingleCase> crawford_howell(
    double score, Others const& others, Alternative alternative, double level
) {
    if (!std::isfinite(score) || !std::isfinite(others.mean) || !std::isfinite(others.deviation))
        return refuse(Refusal::not_finite);
    if (others.count < 2) return refuse(Refusal::too_few_controls);
    if (others.deviation <= 0) return refuse(Refusal::zero_variance);
    if (!is_level(level)) return refuse(Refusal::invalid_level);
    SingleCase figures{.others = others, .degrees = others.count - 1};
    double const count = others.count;
    figures.z = (score - others.mean) / others.deviation;
    figures.t = figures.z / std::sqrt((count + 1) / count);
    if (!std::isfinite(figures.z)) return refuse(Refusal::not_finite);
    double const below = probability_of(figures.t, figures.degrees, Alternative::less);
    figures.percent_below = percent(below);
    figures.p =
        alternative == Alternative::less ? below : probability_of(figures.t, figures.degrees, alternative);
    put_limits(figures, level);
    return figures;
}

Result<SingleCase> crawford_howell(
    std::optional<double> score,
    std::span<std::optional<double> const> others,
    Alternative alternative,
    double level
) {
    if (!score) return refuse(Refusal::missing_case);
    return others_of(others).and_then([&](Others const& rest) {
        return crawford_howell(*score, rest, alternative, level);
    });
}

}  // namespace statistics
