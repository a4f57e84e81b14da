#include "statistics/overlap.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "statistics/relabellings.hpp"

namespace statistics {
namespace {

using Ratings = std::vector<double>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
Ratings const vannest_before{4, 3, 4, 3, 4, 7, 5, 2, 3, 2};
Ratings const vannest_during{5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9};

// Parker and Vannest (2009) publish .96 for these.
TEST(StatisticsOverlap, of_parker_and_vannest_is_found_again) {
    auto const found = overlap(vannest_before, vannest_during);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->nap, 106. / 110, 1e-15);
    EXPECT_NEAR(*found->standard_error, 0.03192622349349315, 1e-12);
    EXPECT_NEAR(found->interval->lower, 0.7499720066289688, 1e-10);
    EXPECT_NEAR(found->interval->upper, 0.995081286386541, 1e-10);
    EXPECT_NEAR(found->p_improvement, 4.2527132310414044e-05, 1e-15);
    EXPECT_NEAR(found->p_either_way, 7.087855385069008e-05, 1e-15);
}

// Parker, Vannest and Davis (2011): 38.5 of 42 pairs, and 6/7 - 1/6.
TEST(StatisticsOverlap, of_parker_vannest_and_davis_is_found_again) {
    Ratings const before{20, 20, 26, 25, 22, 23};
    Ratings const during{28, 25, 24, 27, 30, 30, 29};
    EXPECT_NEAR(overlap(before, during)->nap, 38.5 / 42, 1e-15);
    EXPECT_NEAR(*improvement_rate_difference(before, during), 6. / 7 - 1. / 6, 1e-12);
}

TEST(StatisticsOverlap, of_complete_separation_has_a_lower_limit_below_1) {
    Ratings const low{2, 3, 2};
    Ratings const high{4, 5, 4, 5, 5, 4};
    auto const up = overlap(low, high);
    EXPECT_EQ(up->nap, 1);
    EXPECT_NEAR(up->interval->lower, 0.5854320732111888, 1e-9);
    EXPECT_EQ(up->interval->upper, 1);
    EXPECT_NEAR(*up->standard_error, 0.05196746370519364, 1e-12);
    EXPECT_NEAR(up->p_improvement, 1. / 84, 1e-15);
    auto const down = overlap(low, high, Direction::low);
    EXPECT_EQ(down->nap, 0);
    EXPECT_EQ(down->interval->lower, 0);
    EXPECT_NEAR(down->interval->upper, 1 - 0.5854320732111888, 1e-9);
    EXPECT_EQ(down->p_improvement, 1);
    EXPECT_EQ(down->p_either_way, up->p_either_way);
    EXPECT_EQ(*improvement_rate_difference(low, high), 1);
}

TEST(StatisticsOverlap, of_ratings_that_are_all_alike_is_a_half) {
    auto const found = overlap(Ratings{3, 3, 3}, Ratings{3, 3, 3, 3});
    EXPECT_EQ(found->nap, 0.5);
    EXPECT_EQ(found->p_improvement, 1);
    EXPECT_EQ(found->p_either_way, 1);
}

TEST(StatisticsOverlap, of_one_rating_before_has_no_interval) {
    auto const found = overlap(Ratings{4}, Ratings{3, 5, 4, 5});
    EXPECT_EQ(found->nap, 0.625);
    EXPECT_NEAR(found->p_improvement, 0.6, 1e-15);
    EXPECT_FALSE(found->standard_error);
    EXPECT_FALSE(found->interval);
}

TEST(StatisticsOverlap, cannot_be_rarer_than_one_way_in_all) {
    EXPECT_NEAR(smallest_possible_p(2, 6), 0.036, 5e-4);
    EXPECT_NEAR(smallest_possible_p(3, 6), 1. / 84, 1e-15);
    EXPECT_NEAR(smallest_possible_p(1, 6), 0.143, 5e-4);
    EXPECT_NEAR(smallest_possible_p(2, 4), 0.067, 5e-4);
    EXPECT_EQ(smallest_possible_p(0, 6), 1);
}

TEST(StatisticsOverlap, shows_a_p_with_three_ratings_before_that_could_be_rare_enough) {
    EXPECT_TRUE(p_may_be_shown(3, 6));
    EXPECT_TRUE(p_may_be_shown(3, 3)) << "1 of 20 is .05";
    EXPECT_FALSE(p_may_be_shown(3, 2));
    EXPECT_FALSE(p_may_be_shown(2, 30)) << "rare enough, but two are no baseline";
}

// One rating more than are counted exactly.
TEST(StatisticsOverlap, of_many_ratings_is_drawn_with_a_seed_and_near_what_is_counted) {
    Ratings before;
    Ratings during;
    for (int i = 0; i < 51; ++i) before.push_back(i * 7 % 13);
    for (int i = 0; i < 50; ++i) during.push_back(i * 5 % 13 + 1);
    auto const drawn = overlap(before, during, Direction::high, 0.95, 7);
    auto const counted = exact_tails(before, during);
    EXPECT_NEAR(drawn->p_improvement, counted.as_high, 0.005);
    EXPECT_NEAR(drawn->p_either_way, counted.as_far, 0.005);
    EXPECT_NE(drawn->p_improvement, counted.as_high);
    EXPECT_EQ(drawn->p_improvement, overlap(before, during, Direction::high, 0.95, 7)->p_improvement);
    EXPECT_NE(drawn->p_improvement, overlap(before, during, Direction::high, 0.95, 8)->p_improvement);
}

TEST(StatisticsOverlap, is_refused_where_it_means_nothing) {
    EXPECT_EQ(overlap({}, vannest_during).error(), Refusal::too_few_points);
    EXPECT_EQ(overlap(vannest_before, {}).error(), Refusal::too_few_points);
    EXPECT_EQ(overlap(Ratings{nan, 1}, vannest_during).error(), Refusal::not_finite);
    EXPECT_EQ(overlap(vannest_before, vannest_during, Direction::high, 1).error(), Refusal::invalid_level);
    EXPECT_EQ(improvement_rate_difference(vannest_before, Ratings{nan}).error(), Refusal::not_finite);
    EXPECT_EQ(improvement_rate_difference({}, vannest_during).error(), Refusal::too_few_points);
}

}  // namespace
}  // namespace statistics
