#include "statistics/baseline_trend.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace statistics {
namespace {

using Ratings = std::vector<double>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<Weekly> from_week(double week, Ratings const& ratings) {
    std::vector<Weekly> weekly;
    for (auto const rating : ratings) weekly.push_back({.week = week++, .rating = rating});
    return weekly;
}

// Parker, Vannest, Davis and Sauber (2011): Tau 16/20 and Tau-U 11/20.
TEST(StatisticsBaselineTrend, of_parker_and_others_is_found_again) {
    auto const found = tau_u(Ratings{3, 3, 4, 5}, Ratings{4, 5, 6, 7, 7});
    ASSERT_TRUE(found);
    EXPECT_DOUBLE_EQ(found->tau, 16. / 20);
    EXPECT_DOUBLE_EQ(found->tau_u, 11. / 20);
    EXPECT_EQ(found->difference, 11);
}

TEST(StatisticsBaselineTrend, that_goes_on_alone_is_no_change_once_it_is_taken_off) {
    Ratings const before{1, 2, 3, 4, 5};
    Ratings const during{6, 7, 8, 9, 10};
    EXPECT_DOUBLE_EQ(tau_u(before, during)->tau_u, 0.6) << "Tau-U takes off too little";
    auto const corrected = baseline_corrected_tau(from_week(1, before), from_week(6, during));
    EXPECT_EQ(corrected->tau, 0);
    EXPECT_DOUBLE_EQ(corrected->slope, 1);
    EXPECT_DOUBLE_EQ(corrected->intercept, 0);
}

TEST(StatisticsBaselineTrend, goes_by_the_weeks_and_not_by_the_number_of_ratings) {
    std::vector<Weekly> const before{{1, 10}, {2, 11}, {5, 14}};
    std::vector<Weekly> const during{{9, 18}, {10, 20}};
    auto const corrected = baseline_corrected_tau(before, during);
    EXPECT_DOUBLE_EQ(corrected->slope, 1);
    EXPECT_DOUBLE_EQ(corrected->tau, 0.5) << "one as the line foretold, one better";
}

// A downward trend was good before; Tau-U of the same ratings upside down is the same.
TEST(StatisticsBaselineTrend, of_difficulties_is_better_downwards) {
    Ratings const before{-3, -3, -4, -5};
    Ratings const during{-4, -5, -6, -7, -7};
    EXPECT_DOUBLE_EQ(tau_u(before, during, Direction::low)->tau_u, 11. / 20);
    auto const corrected =
        baseline_corrected_tau(from_week(1, {9, 8, 7}), from_week(4, {5, 3}), Direction::low);
    EXPECT_EQ(corrected->tau, 1);
    EXPECT_DOUBLE_EQ(corrected->slope, -1) << "in the units of the measure";
}

// The example of scan's corrected_tau.
TEST(StatisticsBaselineTrend, is_taken_off_by_tarlow_where_it_is_significant) {
    auto const before = from_week(1, {33, 25, 17, 25, 14, 13, 15});
    auto const during = from_week(8, {15, 16, 16, 5, 7, 9, 6, 5, 3, 3, 8, 11, 7});
    auto const found = tarlow_tau(before, during);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->baseline_tau, -0.6831300510639733, 1e-12);
    EXPECT_NEAR(found->baseline_p, 0.03344063866399791, 1e-12);
    EXPECT_TRUE(found->corrected);
    EXPECT_NEAR(found->tau_uncorrected, -0.5718763176550473, 1e-12);
    EXPECT_NEAR(found->tau, 0.6994621589678436, 1e-12);
    EXPECT_NEAR(found->p, 0.00030503581453761395, 1e-12);
    auto const stricter = tarlow_tau(before, during, Direction::high, 0.03);
    EXPECT_FALSE(stricter->corrected);
    EXPECT_EQ(stricter->tau, stricter->tau_uncorrected);
}

TEST(StatisticsBaselineTrend, of_ratings_that_are_all_alike_is_nothing) {
    auto const found = tarlow_tau(from_week(1, {4, 4, 4}), from_week(4, {4, 4}));
    EXPECT_EQ(found->tau, 0);
    EXPECT_EQ(found->p, 1);
    EXPECT_FALSE(found->corrected);
}

TEST(StatisticsBaselineTrend, is_refused_where_it_means_nothing) {
    auto const two = from_week(1, {1, 2});
    EXPECT_EQ(tau_u({}, Ratings{1}).error(), Refusal::too_few_points);
    EXPECT_EQ(tau_u(Ratings{1, nan}, Ratings{1}).error(), Refusal::not_finite);
    EXPECT_EQ(baseline_corrected_tau(from_week(1, {1}), two).error(), Refusal::too_few_points);
    EXPECT_EQ(baseline_corrected_tau(two, {}).error(), Refusal::too_few_points);
    EXPECT_EQ(baseline_corrected_tau(two, from_week(3, {nan})).error(), Refusal::not_finite);
    EXPECT_EQ(tarlow_tau(from_week(nan, {1, 2}), two).error(), Refusal::not_finite);
    EXPECT_EQ(tarlow_tau(two, two, Direction::high, 0).error(), Refusal::invalid_level);
    std::vector<Weekly> const one_week{{1, 2}, {1, 3}};
    EXPECT_EQ(baseline_corrected_tau(one_week, two).error(), Refusal::singular_design);
    EXPECT_EQ(tarlow_tau(one_week, two).error(), Refusal::singular_design);
}

}  // namespace
}  // namespace statistics
