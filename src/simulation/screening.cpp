#include "simulation/screening.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <functional>

#include "statistics/rest_of_class.hpp"

namespace simulation {
namespace {

using statistics::Alternative;
using statistics::Direction;
using statistics::Probabilities;

constexpr double alpha = 0.05;
constexpr double false_share = 0.10;
constexpr double too_far = 1.5;

std::span<double const> measure_of(Setting const& setting, std::size_t measure) {
    return setting.the_class.scores.subspan(measure * setting.the_class.pupils, setting.the_class.pupils);
}

// How far below the class's mean each pupil lies on the side of concern, in the class's deviations.
std::vector<double> z_of(std::span<double const> scores, Direction concern) {
    auto const count = static_cast<double>(scores.size());
    double mean = 0, squares = 0;
    for (double const score : scores) mean += score / count;
    for (double const score : scores) squares += (score - mean) * (score - mean);
    double const deviation = std::sqrt(squares / (count - 1));
    std::vector<double> z;
    for (double const score : scores)
        z.push_back(deviation > 0 ? (score - mean) / deviation * (concern == Direction::low ? 1 : -1) : 0);
    return z;
}

// Each pupil against the rest, one-sided; none for pupils whose others are alike.
Probabilities p_of(std::span<double const> scores, Direction concern) {
    Probabilities p;
    auto const all = statistics::leave_one_out(scores, beyond(concern));
    if (all) return {all->p.begin(), all->p.end()};
    std::vector<std::optional<double>> others(scores.begin(), scores.end());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        auto const own = std::exchange(others[i], std::nullopt);
        auto const figures = statistics::crawford_howell(own, others, beyond(concern));
        others[i] = own;
        p.push_back(figures ? std::optional(figures->p) : std::nullopt);
    }
    return p;
}

std::vector<Probabilities> p_of_measures(Setting const& setting) {
    std::vector<Probabilities> p;
    for (std::size_t k = 0; k < measures; ++k) p.push_back(p_of(measure_of(setting, k), setting.concern[k]));
    return p;
}

// Pupils with so many measures below alpha.
std::vector<bool> with_low_measures(Setting const& setting, int fewest) {
    auto const p = p_of_measures(setting);
    std::vector<bool> flags(setting.the_class.pupils);
    for (std::size_t i = 0; i < flags.size(); ++i)
        flags[i] =
            std::ranges::count_if(p, [&](auto const& of) { return of[i] && *of[i] < alpha; }) >= fewest;
    return flags;
}

std::vector<bool> at_or_below(Probabilities const& adjusted, double level, std::size_t pupils) {
    std::vector<bool> flags(pupils);
    for (std::size_t i = 0; i < adjusted.size(); ++i)
        if (adjusted[i] && *adjusted[i] <= level + 1e-12) flags[i % pupils] = true;
    return flags;
}

Probabilities all_together(Setting const& setting) {
    Probabilities all;
    for (auto const& of : p_of_measures(setting)) all.insert(all.end(), of.begin(), of.end());
    return all;
}

double share_at_or_below(Pool const& pool, double sum) {
    auto const below = std::ranges::upper_bound(pool.sums, sum + 1e-9) - pool.sums.begin();
    return static_cast<double>(1 + below) / static_cast<double>(1 + pool.sums.size());
}

Probabilities p_in_pool(Setting const& setting, Pool const& pool) {
    Probabilities p;
    for (double const sum : sums_of(setting.the_class, setting.concern))
        p.push_back(share_at_or_below(pool, sum));
    return p;
}

Probabilities p_centred(Setting const& setting, Pool const& pool) {
    auto const standings = pool.reference.standings(setting.the_class);
    Probabilities p;
    for (auto const& standing : *standings) p.push_back(standing->p);
    return p;
}

std::vector<bool> far_below_the_mean(Setting const& setting) {
    std::vector<bool> flags(setting.the_class.pupils);
    for (std::size_t k = 0; k < measures; ++k) {
        auto const z = z_of(measure_of(setting, k), setting.concern[k]);
        for (std::size_t i = 0; i < z.size(); ++i)
            if (z[i] < -too_far) flags[i] = true;
    }
    return flags;
}

std::vector<bool> by_holm(Probabilities const& p, std::size_t pupils) {
    return at_or_below(*statistics::holm(p), alpha, pupils);
}

std::vector<bool> by_bh(Probabilities const& p, std::size_t pupils) {
    return at_or_below(*statistics::benjamini_hochberg(p), false_share, pupils);
}

// Of the sum of what each measure says in the class's deviations, so that none weighs more than another.
Probabilities p_of_sums(Setting const& setting) {
    std::vector<double> sums(setting.the_class.pupils);
    for (std::size_t k = 0; k < measures; ++k) {
        auto const z = z_of(measure_of(setting, k), setting.concern[k]);
        std::ranges::transform(sums, z, sums.begin(), std::plus<>());
    }
    return p_of(sums, Direction::low);
}

// The pupil's own p on each measure.
Probabilities own_p(Setting const& setting, std::size_t pupil) {
    Probabilities own;
    for (auto const& of : p_of_measures(setting)) own.push_back(of[pupil]);
    return own;
}

bool any_at_or_below(Probabilities const& p, double level) {
    return std::ranges::any_of(p, [&](auto const& one) { return one && *one <= level; });
}

bool is_low_in_rank(Setting const& setting, std::size_t pupil) {
    auto const sums = sums_of(setting.the_class, setting.concern);
    std::vector<std::optional<double>> others(sums.begin(), sums.end());
    others[pupil].reset();
    return statistics::exact_rank(sums[pupil], others, Direction::low)->p <= alpha;
}

}  // namespace

std::vector<double> sums_of(statistics::ClassScores const& the_class, std::span<Direction const> concern) {
    std::vector<double> sums(the_class.pupils);
    for (std::size_t k = 0; k < concern.size(); ++k)
        for (std::size_t i = 0; i < sums.size(); ++i) {
            double const score = the_class.scores[k * the_class.pupils + i];
            sums[i] += concern[k] == Direction::low ? score : -score;
        }
    return sums;
}

std::vector<bool> flagged(Screen rule, Setting const& setting) {
    auto const pupils = setting.the_class.pupils;
    switch (rule) {
        case Screen::z_score: return far_below_the_mean(setting);
        case Screen::crawford_howell: return with_low_measures(setting, 1);
        case Screen::crawford_howell_holm: return by_holm(all_together(setting), pupils);
        case Screen::pooled_norm: return by_bh(p_in_pool(setting, *setting.three_hundred), pupils);
        case Screen::centred_three_hundred: return by_bh(p_centred(setting, *setting.three_hundred), pupils);
        case Screen::centred_thousand: return by_bh(p_centred(setting, *setting.thousand), pupils);
        case Screen::centred_thousand_holm: return by_holm(p_centred(setting, *setting.thousand), pupils);
        case Screen::two_of_three: return with_low_measures(setting, 2);
        case Screen::crawford_howell_bh: return by_bh(all_together(setting), pupils);
        case Screen::sum_crawford_howell_holm: return by_holm(p_of_sums(setting), pupils);
        case Screen::sum_crawford_howell_bh: return by_bh(p_of_sums(setting), pupils);
    }
    return {};
}

bool is_flagged(Check rule, Setting const& setting, std::size_t pupil) {
    switch (rule) {
        case Check::z_score: return far_below_the_mean(setting)[pupil];
        case Check::crawford_howell: return with_low_measures(setting, 1)[pupil];
        case Check::crawford_howell_holm:
            return any_at_or_below(*statistics::holm(own_p(setting, pupil)), alpha);
        case Check::sum_crawford_howell: return any_at_or_below({p_of_sums(setting)[pupil]}, alpha);
        case Check::sum_rank: return is_low_in_rank(setting, pupil);
        case Check::pooled_norm: return *p_in_pool(setting, *setting.three_hundred)[pupil] <= alpha;
        case Check::centred_hundred: return *p_centred(setting, *setting.hundred)[pupil] <= alpha;
        case Check::centred_three_hundred: return *p_centred(setting, *setting.three_hundred)[pupil] <= alpha;
    }
    return false;
}

}  // namespace simulation
