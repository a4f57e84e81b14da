#include "statistics/rest_of_class.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "statistics/sample.hpp"

namespace statistics {
namespace {

Result<SingleCase> tested(PupilMeasure const& measure, int fewest_others) {
    auto const figures = crawford_howell(measure.score, measure.others, beyond(measure.concern));
    if (figures && figures->others.count < fewest_others) return refuse(Refusal::too_few_controls);
    return figures;
}

// Whether all but one are alike, so that this one's others have no spread.
bool others_are_alike(std::span<double const> scores, std::size_t one) {
    auto const other = scores[one == 0 ? 1 : 0];
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (i != one && scores[i] != other) return false;
    return true;
}

}  // namespace

ReferralFinding referral_by_holm(std::span<PupilMeasure const> measures, double alpha, int fewest_others) {
    ReferralFinding finding;
    Probabilities p;
    for (auto const& measure : measures) {
        finding.measures.push_back({.figures = tested(measure, fewest_others)});
        auto const& figures = finding.measures.back().figures;
        p.push_back(figures ? std::optional(figures->p) : std::nullopt);
    }
    auto const adjusted = *holm(p);
    for (std::size_t i = 0; i < adjusted.size(); ++i) {
        finding.measures[i].p_holm = adjusted[i];
        finding.family += adjusted[i].has_value();
        finding.significant = finding.significant || (adjusted[i] && *adjusted[i] <= alpha);
    }
    return finding;
}

Result<ExactRank> exact_rank(
    std::optional<double> score, std::span<std::optional<double> const> others, Direction concern
) {
    if (!score) return refuse(Refusal::missing_case);
    if (!std::isfinite(*score)) return refuse(Refusal::not_finite);
    ExactRank rank{.all = 1};
    for (auto const& other : others) {
        if (!other) continue;
        if (!std::isfinite(*other)) return refuse(Refusal::not_finite);
        ++rank.all;
        rank.at_or_beyond += concern == Direction::low ? *other <= *score : *other >= *score;
    }
    if (rank.all < 2) return refuse(Refusal::too_few_controls);
    rank.p = static_cast<double>(1 + rank.at_or_beyond) / rank.all;
    return rank;
}

Result<LeaveOneOut> leave_one_out(std::span<double const> scores, Alternative alternative) {
    if (scores.size() < 3) return refuse(Refusal::too_few_controls);
    if (!all_finite(scores)) return refuse(Refusal::not_finite);
    auto const count = static_cast<double>(scores.size());
    double const mean = std::accumulate(scores.begin(), scores.end(), 0.0) / count;
    double squares = 0;
    for (double const score : scores) squares += (score - mean) * (score - mean);
    LeaveOneOut all{.degrees = static_cast<int>(scores.size()) - 2};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (others_are_alike(scores, i)) return refuse(Refusal::zero_variance);
        // Without the pupil the mean moves by their distance / (n - 1), and the squares lose distance² n / (n
        // - 1).
        double const distance = scores[i] - mean;
        double const from_the_rest = distance * count / (count - 1);
        double const left = std::max(0.0, squares - distance * from_the_rest);
        double const deviation = std::sqrt(left / (count - 2));
        all.t.push_back(from_the_rest / deviation / std::sqrt(count / (count - 1)));
        all.p.push_back(probability_of(all.t.back(), all.degrees, alternative));
    }
    return all;
}

}  // namespace statistics
