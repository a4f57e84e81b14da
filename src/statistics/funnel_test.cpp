#include "statistics/funnel.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
// Ten fictional schools: mean gain and its standard error.
std::vector<Estimate> const ten_schools{
    {0.42, 0.12},
    {0.1, 0.15},
    {0.75, 0.2},
    {-0.2, 0.18},
    {0.55, 0.1},
    {0.31, 0.25},
    {1.1, 0.22},
    {0.05, 0.14},
    {0.62, 0.3},
    {0.38, 0.11}};

TEST(StatisticsFunnel, of_shares_is_exact_and_between_counts) {
    EXPECT_NEAR(*limit_for_share(0.62, 10, 0.025), 0.25009475250257523, 1e-12);
    EXPECT_NEAR(*limit_for_share(0.62, 10, 0.999), 0.9880853001840958, 1e-12);
    EXPECT_NEAR(*limit_for_share(0.62, 200, 0.001), 0.5100937546564865, 1e-12);
}

// One pupil of a target of .5: F(0) = .5. A quarter lies half of the way from nothing to 0, which no share
// can.
TEST(StatisticsFunnel, of_one_pupil_stays_within_nobody_and_all) {
    EXPECT_EQ(*limit_for_share(0.5, 1, 0.25), 0);
    EXPECT_DOUBLE_EQ(*limit_for_share(0.5, 1, 0.75), 0.5);
    EXPECT_EQ(*limit_for_share(0, 8, 0.975), 0);
    EXPECT_EQ(*limit_for_share(1, 8, 0.025), 1);
}

TEST(StatisticsFunnel, of_means_narrows_with_the_root_of_the_pupils) {
    auto const five = limits_for_mean(3.2, 4.5, 5, 1.959963984540054);
    EXPECT_NEAR(five->lower, -0.7443514325946166, 1e-12);
    EXPECT_NEAR(five->upper, 7.1443514325946165, 1e-12);
    auto const twenty = limits_for_mean(3.2, 4.5, 20, 1.959963984540054);
    EXPECT_NEAR(twenty->upper - twenty->lower, (five->upper - five->lower) / 2, 1e-12);
}

// As FunnelPlotR 0.6.0 gives it.
TEST(StatisticsFunnel, widens_where_schools_differ_beyond_chance) {
    auto const found = overdispersion(ten_schools, 0.4);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->z_winsorised[3], -2.5833333333333335, 1e-12);
    EXPECT_NEAR(found->phi, 2.6548461914600545, 1e-12);
    EXPECT_NEAR(found->between, 0.04525490476332934, 1e-12);
    EXPECT_NEAR(found->limits[0].lower, -0.0787085335574868, 1e-12);
    EXPECT_NEAR(found->z_adjusted[6], 2.287350807150619, 1e-12);
}

TEST(StatisticsFunnel, does_not_widen_where_schools_are_as_alike_as_chance_makes_them) {
    std::vector<Estimate> const alike{{0.4, 0.1}, {0.45, 0.1}, {0.35, 0.1}};
    auto const found = overdispersion(alike, 0.4);
    EXPECT_EQ(found->between, 0);
    EXPECT_DOUBLE_EQ(found->limits[1].upper, 0.4 + 0.1959963984540054);
}

TEST(StatisticsFunnel, of_single_values_goes_by_their_steps) {
    auto const chart = individuals_chart(std::vector<double>{12, 14, 11, 13, 12, 15, 13, 16});
    EXPECT_DOUBLE_EQ(chart->centre, 13.25);
    EXPECT_NEAR(chart->moving_range, 16. / 7, 1e-12);
    EXPECT_NEAR(chart->limits.lower, 7.170972644376899, 1e-12);
    EXPECT_NEAR(chart->limits.upper, 19.3290273556231, 1e-12);
    EXPECT_TRUE(chart->beyond.empty());
    auto const struck = individuals_chart(std::vector<double>{5, 6, 5, 6, 5, 6, 5, 6, 5, 20, 5, 6, 5, 6});
    EXPECT_EQ(struck->beyond, std::vector<std::size_t>{9});
}

TEST(StatisticsFunnel, is_refused_where_it_means_nothing) {
    EXPECT_EQ(limit_for_share(1.2, 10, 0.025).error(), Refusal::p_out_of_range);
    EXPECT_EQ(limit_for_share(nan, 10, 0.025).error(), Refusal::not_finite);
    EXPECT_EQ(limit_for_share(0.5, 0, 0.025).error(), Refusal::invalid_count);
    EXPECT_EQ(limit_for_share(0.5, 10, 1).error(), Refusal::invalid_level);
    EXPECT_EQ(limits_for_mean(1, -1, 10, 2).error(), Refusal::invalid_se);
    EXPECT_EQ(limits_for_mean(1, nan, 10, 2).error(), Refusal::not_finite);
    EXPECT_EQ(limits_for_mean(1, 1, 0, 2).error(), Refusal::invalid_count);
    EXPECT_EQ(overdispersion(std::vector<Estimate>{{1, 0}, {1, 1}}, 1).error(), Refusal::invalid_se);
    EXPECT_EQ(overdispersion(std::vector<Estimate>{{1, 1}}, 1).error(), Refusal::too_few_points);
    EXPECT_EQ(overdispersion(ten_schools, nan).error(), Refusal::not_finite);
    EXPECT_EQ(overdispersion(std::vector<Estimate>{{nan, 1}, {1, 1}}, 1).error(), Refusal::not_finite);
    EXPECT_EQ(individuals_chart(std::vector<double>{1}).error(), Refusal::too_few_points);
    EXPECT_EQ(individuals_chart(std::vector<double>{1, nan}).error(), Refusal::not_finite);
}

}  // namespace
}  // namespace statistics
