#include "statistics/allowing_for.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "statistics/noncentral.hpp"
#include "statistics/sample.hpp"

namespace statistics {
namespace {

using Row = std::vector<double>;

double product(Row const& a, Row const& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

// What the others' regression says of a pupil.
struct Fit {
    double predicted = 0;
    double squares_left = 0;
    double leverage = 0;
};

Row centred(Row column, double mean) {
    for (double& value : column) value -= mean;
    return column;
}

double mean_of(Row const& column) {
    return std::accumulate(column.begin(), column.end(), 0.0) / static_cast<double>(column.size());
}

// One covariate after the other is made independent of those before it (modified Gram-Schmidt), and with it
// what the pupil has of it.
Result<Fit> fitted(Row const& scores, std::vector<Row> columns, Row pupil) {
    double const mean = mean_of(scores);
    Row left = centred(scores, mean);
    Fit fit{.predicted = mean, .leverage = 1.0 / static_cast<double>(scores.size())};
    for (std::size_t k = 0; k < columns.size(); ++k) {
        double const centre = mean_of(columns[k]);
        columns[k] = centred(columns[k], centre);
        pupil[k] -= centre;
    }
    for (std::size_t k = 0; k < columns.size(); ++k) {
        double const before = product(columns[k], columns[k]);
        for (std::size_t earlier = 0; earlier < k; ++earlier) {
            double const share =
                product(columns[earlier], columns[k]) / product(columns[earlier], columns[earlier]);
            for (std::size_t i = 0; i < scores.size(); ++i) columns[k][i] -= share * columns[earlier][i];
            pupil[k] -= share * pupil[earlier];
        }
        double const length = product(columns[k], columns[k]);
        if (!(length > 1e-12 * before)) return refuse(Refusal::singular_design);
        double const slope = product(columns[k], left) / length;
        for (std::size_t i = 0; i < scores.size(); ++i) left[i] -= slope * columns[k][i];
        fit.predicted += slope * pupil[k];
        fit.leverage += pupil[k] * pupil[k] / length;
    }
    fit.squares_left = product(left, left);
    return fit;
}

Result<AllowingFor> judged(double score, Fit const& fit, int degrees, Alternative alternative, double level) {
    if (!is_level(level)) return refuse(Refusal::invalid_level);
    if (!(fit.squares_left > 0)) return refuse(Refusal::zero_variance);
    AllowingFor figures{.degrees = degrees, .predicted = fit.predicted, .leverage = fit.leverage};
    figures.residual_deviation = std::sqrt(fit.squares_left / degrees);
    figures.z = (score - fit.predicted) / figures.residual_deviation;
    figures.t = figures.z / std::sqrt(1 + fit.leverage);
    if (!std::isfinite(figures.z) || !std::isfinite(figures.t)) return refuse(Refusal::not_finite);
    figures.p = probability_of(figures.t, degrees, alternative);
    figures.percent_below = 100 * probability_of(figures.t, degrees, Alternative::less);
    double const root = std::sqrt(fit.leverage);
    figures.z_low = root * noncentrality_at(figures.z / root, degrees, (1 + level) / 2);
    figures.z_high = root * noncentrality_at(figures.z / root, degrees, (1 - level) / 2);
    boost::math::normal_distribution<> const normal;
    figures.percent_below_low = 100 * cdf(normal, figures.z_low);
    figures.percent_below_high = 100 * cdf(normal, figures.z_high);
    return figures;
}

// The scores, and each covariate of all, in columns.
struct Design {
    Row scores;
    std::vector<Row> columns;
};

Result<Design> design_of(std::span<OtherWithCovariates const> others, std::size_t covariates) {
    Design design{.columns = std::vector<Row>(covariates)};
    for (auto const& other : others) {
        if (other.covariates.size() != covariates) return refuse(Refusal::different_lengths);
        if (!std::isfinite(other.score) || !all_finite(other.covariates)) return refuse(Refusal::not_finite);
        design.scores.push_back(other.score);
        for (std::size_t k = 0; k < covariates; ++k) design.columns[k].push_back(other.covariates[k]);
    }
    return design;
}

}  // namespace

Result<AllowingFor> crawford_allowing_for(
    std::optional<double> score,
    std::span<double const> covariates,
    std::span<OtherWithCovariates const> others,
    Alternative alternative,
    double level
) {
    if (!score) return refuse(Refusal::missing_case);
    if (!std::isfinite(*score) || !all_finite(covariates)) return refuse(Refusal::not_finite);
    if (others.size() < covariates.size() + 2) return refuse(Refusal::too_few_controls);
    auto const degrees = static_cast<int>(others.size() - covariates.size()) - 1;
    return design_of(others, covariates.size())
        .and_then([&](Design const& design) {
            return fitted(design.scores, design.columns, {covariates.begin(), covariates.end()});
        })
        .and_then([&](Fit const& fit) { return judged(*score, fit, degrees, alternative, level); });
}

Result<AllowingFor> crawford_allowing_for(
    double score, double covariate, OthersWithCovariate const& others, Alternative alternative, double level
) {
    if (!all_finite(std::array{
            score,
            covariate,
            others.mean,
            others.deviation,
            others.covariate_mean,
            others.covariate_deviation,
            others.correlation}))
        return refuse(Refusal::not_finite);
    if (others.count < 3) return refuse(Refusal::too_few_controls);
    if (others.covariate_deviation <= 0) return refuse(Refusal::singular_design);
    if (others.deviation <= 0) return refuse(Refusal::zero_variance);
    if (std::abs(others.correlation) >= 1) return refuse(Refusal::degenerate_correlation);
    double const away = covariate - others.covariate_mean;
    double const squares = (others.count - 1) * others.deviation * others.deviation;
    double const covariate_squares =
        (others.count - 1) * others.covariate_deviation * others.covariate_deviation;
    Fit const fit{
        .predicted = others.mean + others.correlation * others.deviation / others.covariate_deviation * away,
        .squares_left = squares * (1 - others.correlation * others.correlation),
        .leverage = 1.0 / others.count + away * away / covariate_squares};
    return judged(score, fit, others.count - 2, alternative, level);
}

}  // namespace statistics
