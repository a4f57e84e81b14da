#include "statistics/shrinkage.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace statistics {
namespace {

using Schools = std::vector<Estimate>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
// The eight schools of Rubin (1981), J Educ Stat 6:377-401.
Schools const eight{{28, 15}, {8, 10}, {-3, 16}, {7, 11}, {-1, 9}, {1, 11}, {18, 10}, {12, 18}};
// Ten fictional schools.
Schools const ten{
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

TEST(StatisticsShrinkage, draws_rubins_eight_schools_wholly_together) {
    for (auto const method : all_of<Between>()) {
        auto const found = shrinkage(eight, method);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->between, 0) << word(method);
        EXPECT_NEAR(found->mean, 7.685616724956035, 1e-12);
        EXPECT_NEAR(found->mean_error, 4.071919158402296, 1e-12);
        EXPECT_NEAR(found->q, 4.707078864400158, 1e-12);
        for (auto const& school : found->shrunk) {
            EXPECT_NEAR(school.value, 7.69, 0.005);
            EXPECT_NEAR(school.standard_error, 4.07, 0.005);
        }
    }
}

// As metafor 3.8.1 gives them.
TEST(StatisticsShrinkage, of_dersimonian_and_laird_is_found_again) {
    auto const found = shrinkage(ten, Between::dersimonian_laird);
    EXPECT_NEAR(found->between, 0.07290260211411147, 1e-12);
    EXPECT_NEAR(found->mean, 0.38690282100035106, 1e-12);
    EXPECT_NEAR(found->own[0], 0.8350564627938805, 1e-12);
    EXPECT_NEAR(found->shrunk[6].value, 0.815472686800938, 1e-12);
    EXPECT_NEAR(found->shrunk[6].standard_error, 0.17531325559875852, 1e-12);
}

TEST(StatisticsShrinkage, of_paule_and_mandel_is_found_again) {
    auto const found = shrinkage(ten);
    EXPECT_NEAR(found->between, 0.10249646012657634, 1e-12);
    EXPECT_NEAR(found->mean_error, 0.11572182871117868, 1e-12);
    EXPECT_NEAR(found->shrunk[3].value, -0.058115287384776435, 1e-12);
}

// Found beforehand by a golden section search on the restricted likelihood.
TEST(StatisticsShrinkage, of_the_restricted_likelihood_is_where_it_is_highest) {
    EXPECT_NEAR(shrinkage(ten, Between::restricted_likelihood)->between, 0.09712127608841109, 1e-7);
}

TEST(StatisticsShrinkage, draws_a_small_school_more_than_a_large_one) {
    auto const found = shrinkage(Schools{{2, 1}, {2, 0.1}, {0, 0.1}, {1, 0.1}});
    EXPECT_LT(found->shrunk[0].value, found->shrunk[1].value);
    EXPECT_LT(found->own[0], found->own[1]);
}

TEST(StatisticsShrinkage, is_refused_where_it_means_nothing) {
    EXPECT_EQ(shrinkage(Schools{{0.5, 0.1}, {0.7, 0}}).error(), Refusal::invalid_se);
    EXPECT_EQ(shrinkage(Schools{{0.5, 0.1}, {nan, 1}}).error(), Refusal::not_finite);
    EXPECT_EQ(shrinkage(Schools{{0.5, 0.1}}).error(), Refusal::too_few_points);
    EXPECT_EQ(shrinkage({}).error(), Refusal::too_few_points);
    EXPECT_EQ(shrinkage(Schools{{1, 1e-200}, {2, 1}}).error(), Refusal::not_finite)
        << "its weight is beyond all bounds";
}

}  // namespace
}  // namespace statistics
