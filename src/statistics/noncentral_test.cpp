#include "statistics/noncentral.hpp"

#include <gtest/gtest.h>

#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace statistics {
namespace {

// Crawford and Garthwaite (2002): an interval for z = -27.17 against ten others. Beyond 37.62 R's own
// function is only approximate, and these limits were integrated numerically in two ways.
TEST(StatisticsNoncentral, reaches_far_beyond_what_others_compute) {
    auto const t = -27.1746488194703 * std::sqrt(10);
    EXPECT_NEAR(noncentrality_at(t, 9, 0.975) / std::sqrt(10), -39.521442976513555, 1e-9 * 40);
    EXPECT_NEAR(noncentrality_at(t, 9, 0.025) / std::sqrt(10), -14.867455548184346, 1e-9 * 15);
}

TEST(StatisticsNoncentral, gives_back_the_probability_that_it_was_asked_for) {
    for (auto const degrees : {1., 2., 5., 14., 29., 400.})
        for (auto const t : {-20., -3., -0.1, 0., 2., 15.})
            for (auto const probability : {1e-6, 0.025, 0.5, 0.975, 0.999}) {
                auto const d = noncentrality_at(t, degrees, probability);
                boost::math::non_central_t_distribution<double> const distribution(degrees, d);
                EXPECT_NEAR(boost::math::cdf(distribution, t), probability, 1e-9 * probability)
                    << degrees << " degrees, t = " << t;
            }
}

TEST(StatisticsNoncentral, is_nothing_where_the_probability_is_that_of_students_t) {
    for (auto const degrees : {1., 6., 27.})
        for (auto const t : {-4., -1., 0.5, 3.}) {
            auto const central = boost::math::cdf(boost::math::students_t_distribution<double>(degrees), t);
            EXPECT_NEAR(noncentrality_at(t, degrees, central), 0, 1e-9);
        }
}

TEST(StatisticsNoncentral, changes_sign_with_t) {
    for (auto const t : {1e-3, 3., 1e3, 1e6})
        EXPECT_EQ(noncentrality_at(-t, 1, 0.25), -noncentrality_at(t, 1, 0.75)) << t;
}

// With 1,000,000 degrees T is normal about d with the variance 1 + t²/2n, up to a share of t that tends to
// nothing.
TEST(StatisticsNoncentral, is_that_of_a_normal_distribution_where_the_degrees_are_many) {
    EXPECT_NEAR(noncentrality_at(2, 1e6, 0.025), 2 + 1.959963984540054 * std::sqrt(1 + 2e-6), 1e-5);
}

TEST(StatisticsNoncentral, grows_with_t_alone_where_t_is_enormous) {
    for (auto const degrees : {1., 5., 30.})
        for (auto const probability : {0.025, 0.975})
            EXPECT_NEAR(
                noncentrality_at(1e8, degrees, probability) / 1e8,
                noncentrality_at(1e6, degrees, probability) / 1e6,
                1e-4
            );
}

TEST(StatisticsNoncentral, finds_tails_that_no_double_could_be_subtracted_from_1) {
    auto const d = noncentrality_at(-5, 14, 1e-200);
    EXPECT_TRUE(std::isfinite(d));
    EXPECT_GT(d, noncentrality_at(-5, 14, 1e-100));
    EXPECT_GT(noncentrality_at(-5, 14, 1e-100), noncentrality_at(-5, 14, 1e-50));
}

}  // namespace
}  // namespace statistics
