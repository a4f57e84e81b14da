#include "statistics/overlap.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <vector>

#include "statistics/relabellings.hpp"

namespace statistics {
namespace {

constexpr std::size_t most_counted_exactly = 100;
constexpr int drawn = 20'000;

using Ratings = std::vector<double>;

Ratings better_is_higher(std::span<double const> ratings, Direction better) {
    Ratings turned(ratings.begin(), ratings.end());
    if (better == Direction::low)
        for (auto& rating : turned) rating = -rating;
    return turned;
}

std::optional<Refusal> refusal_of(std::span<double const> before, std::span<double const> during) {
    if (before.empty() || during.empty()) return Refusal::too_few_points;
    if (!all_finite(before) || !all_finite(during)) return Refusal::not_finite;
    return std::nullopt;
}

double share(double rating, double earlier) { return rating > earlier ? 1 : rating == earlier ? 0.5 : 0; }

// The mean over `these` of the squared mean share of the pairs that each has with the others.
template <class Share>
double mean_squared_share(Ratings const& these, Ratings const& others, Share share_of) {
    double sum = 0;
    for (auto const one : these) {
        double wins = 0;
        for (auto const other : others) wins += share_of(one, other);
        sum += wins * wins;
    }
    auto const many = static_cast<double>(others.size());
    return sum / (static_cast<double>(these.size()) * many * many);
}

double mean_square(Ratings const& before, Ratings const& during) {
    double sum = 0;
    for (auto const earlier : before)
        for (auto const rating : during) sum += share(rating, earlier) * share(rating, earlier);
    return sum / static_cast<double>(before.size() * during.size());
}

double standard_error_of(double nap, Ratings const& before, Ratings const& during) {
    auto const m = static_cast<double>(before.size());
    auto const n = static_cast<double>(during.size());
    auto const of_before =
        mean_squared_share(before, during, [](double one, double other) { return share(other, one); });
    auto const of_during = mean_squared_share(during, before, share);
    auto const unbiased =
        nap - (m + n - 1) * nap * nap + n * of_before + m * of_during - 2 * mean_square(before, during);
    // Complete separation would seem certain without it.
    auto const half_a_pair = 0.5 / (m * n);
    return std::sqrt(std::max(half_a_pair * (1 - half_a_pair), unbiased) / ((m - 1) * (n - 1)));
}

// Newcombe's limits are the roots of (NAP - x)² (2 - x)(1 + x) m n = z² x (1 - x) (2 + h + (1 + 2h) x (1 -
// x)), where h = (m + n)/2 - 1.
struct Newcombe {
    double nap;
    double m;
    double n;
    double z;

    double excess_at(double x) const { return from_nap(x) * (nap - x) - spread(x) * x * (1 - x); }
    // The same without the factor that makes the end of the scale a root, for a NAP of 1.
    double excess_below_all(double x) const { return from_nap(x) - spread(x) * x; }

private:
    double from_nap(double x) const { return m * n * (nap - x) * (2 - x) * (1 + x); }
    double spread(double x) const {
        auto const h = (m + n) / 2 - 1;
        return z * z * (2 + h + (1 + 2 * h) * x * (1 - x));
    }
};

template <class Function>
double root_between(double lower, double upper, Function function) {
    boost::math::tools::eps_tolerance<double> const near_enough(50);
    boost::uintmax_t rounds = 200;
    auto const [from, to] = boost::math::tools::toms748_solve(function, lower, upper, near_enough, rounds);
    return from + (to - from) / 2;
}

double lower_limit(Newcombe const& newcombe) {
    if (newcombe.nap <= 0) return 0;
    if (newcombe.nap >= 1) return root_between(0, 1, [&](double x) { return newcombe.excess_below_all(x); });
    return root_between(0, newcombe.nap, [&](double x) { return newcombe.excess_at(x); });
}

Interval interval_of(double nap, Ratings const& before, Ratings const& during, double confidence) {
    auto const z = boost::math::quantile(
        boost::math::complement(boost::math::normal_distribution<double>(), (1 - confidence) / 2)
    );
    Newcombe newcombe{
        .nap = nap, .m = static_cast<double>(before.size()), .n = static_cast<double>(during.size()), .z = z};
    auto const lower = lower_limit(newcombe);
    newcombe.nap = 1 - nap;
    return {.lower = lower, .upper = 1 - lower_limit(newcombe)};
}

Tails tails_of(Ratings const& before, Ratings const& during, std::uint64_t seed) {
    return before.size() + during.size() <= most_counted_exactly ? exact_tails(before, during)
                                                                 : drawn_tails(before, during, seed, drawn);
}

// How many can be kept so that every one kept before is worse than every one kept during.
std::size_t most_kept_apart(Ratings before, Ratings during) {
    std::ranges::sort(before);
    std::ranges::sort(during);
    auto most = before.size();
    for (std::size_t i = 0; i < during.size(); ++i) {
        auto const worse = std::ranges::lower_bound(before, during[i]) - before.begin();
        most = std::max(most, static_cast<std::size_t>(worse) + during.size() - i);
    }
    return most;
}

}  // namespace

Result<Overlap> overlap(
    std::span<double const> before,
    std::span<double const> during,
    Direction better,
    double confidence,
    std::uint64_t seed
) {
    if (auto const refusal = refusal_of(before, during)) return refuse(*refusal);
    if (!is_level(confidence)) return refuse(Refusal::invalid_level);
    auto const earlier = better_is_higher(before, better);
    auto const later = better_is_higher(during, better);
    auto const pairs = static_cast<double>(before.size() * during.size());
    auto const tails = tails_of(earlier, later, seed);
    Overlap found{
        .before = before.size(),
        .during = during.size(),
        .nap = static_cast<double>(doubled_wins(earlier, later)) / (2 * pairs),
        .p_improvement = tails.as_high,
        .p_either_way = tails.as_far};
    if (before.size() < 2 || during.size() < 2) return found;
    found.standard_error = standard_error_of(found.nap, earlier, later);
    found.interval = interval_of(found.nap, earlier, later, confidence);
    return found;
}

double smallest_possible_p(std::size_t before, std::size_t during) {
    double p = 1;
    for (std::size_t i = 1; i <= before; ++i) p *= static_cast<double>(i) / static_cast<double>(during + i);
    return p;
}

bool p_may_be_shown(std::size_t before, std::size_t during) {
    return before >= 3 && smallest_possible_p(before, during) <= 0.05;
}

Result<double> improvement_rate_difference(
    std::span<double const> before, std::span<double const> during, Direction better
) {
    if (auto const refusal = refusal_of(before, during)) return refuse(*refusal);
    auto const m = static_cast<double>(before.size());
    auto const n = static_cast<double>(during.size());
    auto const kept = static_cast<double>(
        most_kept_apart(better_is_higher(before, better), better_is_higher(during, better))
    );
    return ((m + n) * kept - m * m - n * n) / (2 * m * n);
}

}  // namespace statistics
