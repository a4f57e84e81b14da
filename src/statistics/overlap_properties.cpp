#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "statistics/baseline_trend.hpp"
#include "statistics/overlap.hpp"
#include "statistics/relabellings.hpp"

namespace statistics {
namespace {

using Ratings = std::vector<double>;

// From 1 to 5, so that many are ties.
Ratings some_ratings(std::size_t fewest, std::size_t most) {
    auto const many = *rc::gen::inRange<std::size_t>(fewest, most + 1);
    Ratings ratings;
    for (auto const rating : *rc::gen::container<std::vector<int>>(many, rc::gen::inRange(1, 6)))
        ratings.push_back(rating);
    return ratings;
}

Ratings each(Ratings ratings, double factor, double shift) {
    for (auto& rating : ratings) rating = factor * rating + shift;
    return ratings;
}

double nap_of(Ratings const& before, Ratings const& during) {
    double sum = 0;
    for (auto const earlier : before)
        for (auto const rating : during) sum += rating > earlier ? 1 : rating == earlier ? 0.5 : 0;
    return sum / static_cast<double>(before.size() * during.size());
}

// Every way of calling as many ratings "before" as there are.
Tails by_brute_force(Ratings const& before, Ratings const& during) {
    Ratings all = before;
    all.insert(all.end(), during.begin(), during.end());
    auto const seen = nap_of(before, during);
    double ways = 0;
    double high = 0;
    double far = 0;
    for (unsigned choice = 0; choice < 1U << all.size(); ++choice) {
        if (static_cast<std::size_t>(std::popcount(choice)) != before.size()) continue;
        Ratings first;
        Ratings second;
        for (std::size_t i = 0; i < all.size(); ++i)
            ((choice >> i & 1U) != 0 ? first : second).push_back(all[i]);
        auto const nap = nap_of(first, second);
        ways += 1;
        if (nap >= seen - 1e-9) high += 1;
        if (std::abs(nap - 0.5) >= std::abs(seen - 0.5) - 1e-9) far += 1;
    }
    return {.as_high = high / ways, .as_far = far / ways};
}

RC_GTEST_PROP(StatisticsOverlap, has_the_p_of_every_relabelling, ()) {
    auto const before = some_ratings(1, 5);
    auto const during = some_ratings(1, 7);
    auto const found = *overlap(before, during);
    auto const expected = by_brute_force(before, during);
    RC_ASSERT(std::abs(found.nap - nap_of(before, during)) < 1e-12);
    RC_ASSERT(std::abs(found.p_improvement - expected.as_high) < 1e-12);
    RC_ASSERT(std::abs(found.p_either_way - expected.as_far) < 1e-12);
    RC_ASSERT(found.p_improvement >= smallest_possible_p(before.size(), during.size()) - 1e-12);
}

RC_GTEST_PROP(StatisticsOverlap, does_not_ask_in_which_order_or_units_ratings_come, ()) {
    auto before = some_ratings(2, 8);
    auto during = some_ratings(2, 8);
    auto const found = *overlap(before, during);
    std::ranges::reverse(before);
    std::ranges::sort(during);
    auto const other = *overlap(each(before, 4, -7), each(during, 4, -7));
    RC_ASSERT(other.nap == found.nap);
    RC_ASSERT(other.p_improvement == found.p_improvement);
    RC_ASSERT(std::abs(*other.standard_error - *found.standard_error) < 1e-12);
    RC_ASSERT(std::abs(other.interval->lower - found.interval->lower) < 1e-12);
}

RC_GTEST_PROP(StatisticsOverlap, seen_from_the_other_side_is_what_is_missing_to_1, ()) {
    auto const before = some_ratings(2, 8);
    auto const during = some_ratings(2, 8);
    auto const up = *overlap(before, during, Direction::high);
    auto const down = *overlap(before, during, Direction::low);
    RC_ASSERT(std::abs(up.nap + down.nap - 1) < 1e-12);
    RC_ASSERT(std::abs(up.interval->lower + down.interval->upper - 1) < 1e-9);
    RC_ASSERT(up.p_either_way == down.p_either_way);
    RC_ASSERT(std::abs(tau_u(before, during)->tau - (2 * up.nap - 1)) < 1e-12);
    RC_ASSERT(std::abs(tau_u(before, during)->tau_u + tau_u(before, during, Direction::low)->tau_u) < 1e-12);
}

RC_GTEST_PROP(StatisticsOverlap, lies_within_its_interval_which_widens_with_confidence, ()) {
    auto const before = some_ratings(2, 8);
    auto const during = some_ratings(2, 8);
    auto const narrow = *overlap(before, during, Direction::high, 0.8);
    auto const wide = *overlap(before, during, Direction::high, 0.99);
    RC_ASSERT(0 <= wide.interval->lower && wide.interval->lower <= narrow.interval->lower);
    RC_ASSERT(narrow.interval->lower <= narrow.nap + 1e-12 && narrow.nap <= narrow.interval->upper + 1e-12);
    RC_ASSERT(narrow.interval->upper <= wide.interval->upper && wide.interval->upper <= 1);
    RC_ASSERT(wide.interval->upper - wide.interval->lower > 0);
}

RC_GTEST_PROP(StatisticsOverlap, grows_with_a_better_rating, ()) {
    auto const before = some_ratings(1, 6);
    auto during = some_ratings(1, 6);
    auto const found = *overlap(before, during);
    auto const rate = *improvement_rate_difference(before, during);
    during[*rc::gen::inRange<std::size_t>(0, during.size())] += 1;
    RC_ASSERT(overlap(before, during)->nap >= found.nap);
    RC_ASSERT(*improvement_rate_difference(before, during) >= rate);
    RC_ASSERT(rate >= -1 && rate <= 1);
}

std::vector<Weekly> from_week(double week, Ratings const& ratings, double slope) {
    std::vector<Weekly> weekly;
    for (auto const rating : ratings) {
        weekly.push_back({.week = week, .rating = rating + slope * week});
        week += 1;
    }
    return weekly;
}

RC_GTEST_PROP(StatisticsBaselineTrend, of_a_trend_laid_over_all_weeks_changes_nothing_but_the_slope, ()) {
    auto const before = some_ratings(3, 8);
    auto const during = some_ratings(1, 8);
    auto const after = static_cast<double>(before.size()) + 1;
    auto const slope = *rc::gen::inRange(-40, 40) / 10.;
    auto const plain = *baseline_corrected_tau(from_week(1, before, 0), from_week(after, during, 0));
    auto const tilted = *baseline_corrected_tau(from_week(1, before, slope), from_week(after, during, slope));
    RC_ASSERT(plain.tau == tilted.tau);
    RC_ASSERT(std::abs(tilted.slope - plain.slope - slope) < 1e-9);
    RC_ASSERT(std::abs(tilted.intercept - plain.intercept) < 1e-9);
    RC_ASSERT(
        std::abs(
            tarlow_tau(from_week(1, before, 0), from_week(after, during, 0))->tau_corrected -
            tarlow_tau(from_week(1, before, slope), from_week(after, during, slope))->tau_corrected
        ) < 1e-12
    );
}

RC_GTEST_PROP(StatisticsBaselineTrend, seen_from_the_other_side_changes_sign, ()) {
    auto const before = from_week(1, some_ratings(2, 8), 0);
    auto const during = from_week(9, some_ratings(1, 8), 0);
    auto const up = *tarlow_tau(before, during, Direction::high);
    auto const down = *tarlow_tau(before, during, Direction::low);
    RC_ASSERT(up.tau == -down.tau);
    RC_ASSERT(up.p == down.p && up.p >= 0 && up.p <= 1);
    RC_ASSERT(std::abs(up.tau_uncorrected) <= 1 + 1e-12);
}

}  // namespace
}  // namespace statistics
