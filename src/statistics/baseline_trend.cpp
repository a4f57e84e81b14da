#include "statistics/baseline_trend.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "statistics/sample.hpp"

namespace statistics {
namespace {

using Values = std::vector<double>;

// What a line takes from decimal ratings leaves differences of this share of them where none are.
constexpr double rounding = 1e-9;

double turned(double rating, Direction better) { return better == Direction::high ? rating : -rating; }

Values ratings_of(std::span<Weekly const> ratings, Direction better) {
    Values values;
    for (auto const& weekly : ratings) values.push_back(turned(weekly.rating, better));
    return values;
}

bool are_finite(std::span<Weekly const> ratings) {
    return std::ranges::all_of(ratings, [](Weekly const& weekly) {
        return std::isfinite(weekly.week) && std::isfinite(weekly.rating);
    });
}

int compared(double later, double earlier, double tie) {
    if (std::abs(later - earlier) <= tie) return 0;
    return later > earlier ? 1 : -1;
}

long better_less_worse(Values const& before, Values const& during, double tie = 0) {
    long difference = 0;
    for (auto const earlier : before)
        for (auto const later : during) difference += compared(later, earlier, tie);
    return difference;
}

long rising_less_falling(Values const& in_order) {
    long difference = 0;
    for (std::size_t i = 0; i < in_order.size(); ++i)
        for (std::size_t j = i + 1; j < in_order.size(); ++j)
            difference += compared(in_order[j], in_order[i], 0);
    return difference;
}

double median_of(Values values) {
    std::ranges::sort(values);
    auto const half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : values[half - 1] + (values[half] - values[half - 1]) / 2;
}

struct Line {
    double slope = 0;
    double intercept = 0;
};

Result<Line> theil_sen(std::span<Weekly const> ratings) {
    Values slopes;
    for (std::size_t i = 0; i < ratings.size(); ++i)
        for (std::size_t j = i + 1; j < ratings.size(); ++j)
            if (ratings[i].week != ratings[j].week)
                slopes.push_back(
                    (ratings[j].rating - ratings[i].rating) / (ratings[j].week - ratings[i].week)
                );
    if (slopes.empty()) return refuse(Refusal::singular_design);
    Line line{.slope = median_of(slopes)};
    Values left;
    for (auto const& weekly : ratings) left.push_back(weekly.rating - line.slope * weekly.week);
    line.intercept = median_of(left);
    if (!all_finite(std::array{line.slope, line.intercept})) return refuse(Refusal::not_finite);
    return line;
}

Values remainders(std::span<Weekly const> ratings, Line const& line, Direction better) {
    Values values;
    for (auto const& weekly : ratings)
        values.push_back(turned(weekly.rating - line.intercept - line.slope * weekly.week, better));
    return values;
}

// The largest number that the remainders were worked out from: ties are judged by it.
double size_of(std::span<Weekly const> before, std::span<Weekly const> during, Line const& line) {
    auto size = std::abs(line.intercept);
    for (auto const ratings : {before, during})
        for (auto const& weekly : ratings)
            size = std::max({size, std::abs(weekly.rating), std::abs(line.slope * weekly.week)});
    return size;
}

std::optional<Refusal> refusal_of(std::span<Weekly const> before, std::span<Weekly const> during) {
    if (before.size() < 2 || during.empty()) return Refusal::too_few_points;
    if (!are_finite(before) || !are_finite(during)) return Refusal::not_finite;
    return std::nullopt;
}

// How often each value occurs, and what Kendall's variance needs of it.
struct Ties {
    double pairs = 0;
    double triples = 0;
    double weighted = 0;

    Ties(Values values, double tie) {
        std::ranges::sort(values);
        for (std::size_t from = 0, to = 0; from < values.size(); from = to) {
            for (to = from + 1; to < values.size() && values[to] - values[to - 1] <= tie;) ++to;
            auto const t = static_cast<double>(to - from);
            pairs += t * (t - 1);
            triples += t * (t - 1) * (t - 2);
            weighted += t * (t - 1) * (2 * t + 5);
        }
    }
};

struct Kendall {
    double tau = 0;
    double p = 1;
};

// Kendall's tau-b, with the variance under ties of Kendall (1970), Rank Correlation Methods.
Kendall tau_b(Values const& x, Values const& y, double tie) {
    auto const n = static_cast<double>(x.size());
    long difference = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        for (std::size_t j = i + 1; j < x.size(); ++j)
            difference += static_cast<long>(compared(x[j], x[i], 0)) * compared(y[j], y[i], tie);
    Ties const of_x(x, 0);
    Ties const of_y(y, tie);
    auto const untied = (n * (n - 1) - of_x.pairs) * (n * (n - 1) - of_y.pairs);
    if (untied <= 0) return {};
    auto variance = (n * (n - 1) * (2 * n + 5) - of_x.weighted - of_y.weighted) / 18 +
                    of_x.pairs * of_y.pairs / (2 * n * (n - 1));
    if (n > 2) variance += of_x.triples * of_y.triples / (9 * n * (n - 1) * (n - 2));
    auto const s = static_cast<double>(difference);
    return {
        .tau = 2 * s / std::sqrt(untied),
        .p = std::erfc(std::abs(s) / std::sqrt(variance) / std::numbers::sqrt2)};
}

// Of the values with the phase, 0 before and 1 during.
Kendall tau_b_with_phase(Values before, Values const& during, double tie) {
    Values phase(before.size(), 0);
    phase.resize(before.size() + during.size(), 1);
    before.insert(before.end(), during.begin(), during.end());
    return tau_b(phase, before, tie);
}

Values weeks_of(std::span<Weekly const> ratings) {
    Values weeks;
    for (auto const& weekly : ratings) weeks.push_back(weekly.week);
    return weeks;
}

}  // namespace

Result<TauU> tau_u(std::span<double const> before, std::span<double const> during, Direction better) {
    if (before.empty() || during.empty()) return refuse(Refusal::too_few_points);
    if (!all_finite(before) || !all_finite(during)) return refuse(Refusal::not_finite);
    Values const earlier(before.begin(), before.end());
    auto const sign = better == Direction::high ? 1 : -1;
    auto const between = sign * better_less_worse(earlier, Values(during.begin(), during.end()));
    auto const difference = between - sign * rising_less_falling(earlier);
    auto const pairs = static_cast<double>(before.size() * during.size());
    return TauU{
        .tau = static_cast<double>(between) / pairs,
        .tau_u = static_cast<double>(difference) / pairs,
        .difference = difference};
}

Result<CorrectedTau> baseline_corrected_tau(
    std::span<Weekly const> before, std::span<Weekly const> during, Direction better
) {
    if (auto const refusal = refusal_of(before, during)) return refuse(*refusal);
    auto const line = theil_sen(before);
    if (!line) return refuse(line.error());
    auto const tie = rounding * size_of(before, during, *line);
    if (!std::isfinite(tie)) return refuse(Refusal::not_finite);
    auto const difference =
        better_less_worse(remainders(before, *line, better), remainders(during, *line, better), tie);
    return CorrectedTau{
        .tau = static_cast<double>(difference) / static_cast<double>(before.size() * during.size()),
        .slope = line->slope,
        .intercept = line->intercept};
}

Result<TarlowTau> tarlow_tau(
    std::span<Weekly const> before, std::span<Weekly const> during, Direction better, double level
) {
    if (auto const refusal = refusal_of(before, during)) return refuse(*refusal);
    if (!is_level(level)) return refuse(Refusal::invalid_level);
    auto const line = theil_sen(before);
    if (!line) return refuse(line.error());
    auto const tie = rounding * size_of(before, during, *line);
    if (!std::isfinite(tie)) return refuse(Refusal::not_finite);
    auto const trend = tau_b(weeks_of(before), ratings_of(before, better), 0);
    auto const uncorrected = tau_b_with_phase(ratings_of(before, better), ratings_of(during, better), 0);
    auto const corrected =
        tau_b_with_phase(remainders(before, *line, better), remainders(during, *line, better), tie);
    auto const counts = trend.p < level ? corrected : uncorrected;
    return TarlowTau{
        .baseline_tau = trend.tau,
        .baseline_p = trend.p,
        .corrected = trend.p < level,
        .tau_uncorrected = uncorrected.tau,
        .tau_corrected = corrected.tau,
        .tau = counts.tau,
        .p = counts.p};
}

}  // namespace statistics
