#include "statistics/clustered_change.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace statistics {
namespace {

using Pupils = std::vector<ClusteredPupil>;

// 52 fictional pupils of eight schools, some of each supported.
Pupils const eight_schools{
    {3.8, true, "s00"},   {4.4, false, "s00"}, {3.5, true, "s00"},   {1.6, true, "s00"},
    {4.8, true, "s00"},   {3.1, true, "s00"},  {2.2, true, "s01"},   {-1.5, false, "s01"},
    {0.7, false, "s01"},  {3.0, false, "s01"}, {6.0, true, "s01"},   {1.1, true, "s01"},
    {-0.6, false, "s01"}, {5.3, false, "s01"}, {5.5, true, "s02"},   {-1.9, false, "s02"},
    {4.2, true, "s02"},   {0.4, false, "s02"}, {2.4, true, "s02"},   {0.5, true, "s03"},
    {4.5, false, "s03"},  {6.9, true, "s03"},  {4.0, true, "s03"},   {2.3, true, "s03"},
    {-1.2, false, "s03"}, {3.4, true, "s04"},  {3.8, false, "s04"},  {2.9, true, "s04"},
    {4.8, false, "s04"},  {6.5, true, "s04"},  {0.6, false, "s04"},  {7.7, false, "s04"},
    {5.5, false, "s04"},  {8.7, true, "s05"},  {-1.7, false, "s05"}, {4.4, false, "s05"},
    {1.8, false, "s05"},  {0.6, false, "s05"}, {-1.7, true, "s06"},  {1.6, false, "s06"},
    {-3.1, false, "s06"}, {6.0, true, "s06"},  {-0.4, false, "s06"}, {0.3, false, "s06"},
    {2.6, true, "s07"},   {2.9, false, "s07"}, {4.0, true, "s07"},   {7.6, true, "s07"},
    {-2.8, false, "s07"}, {4.7, true, "s07"},  {-0.2, true, "s07"},  {7.3, true, "s07"}};

// As sandwich 3.0.2 gives it.
TEST(StatisticsClusteredChange, of_eight_schools_is_found_again_with_cr1) {
    auto const change = clustered_change(eight_schools, Clustering::cr1);
    ASSERT_TRUE(change);
    EXPECT_EQ(change->schools, 8);
    EXPECT_NEAR(change->difference, 2.276740740740739, 1e-10);
    EXPECT_NEAR(change->standard_error, 0.7767909300127864, 1e-10);
    ASSERT_TRUE(change->test);
    EXPECT_EQ(change->test->degrees, 7);
    EXPECT_NEAR(change->test->p, 0.02199431651726189, 1e-10);
    EXPECT_NEAR(change->test->interval.lower, 0.4399220692151904, 1e-9);
}

// As clubSandwich 0.5.8 gives it.
TEST(StatisticsClusteredChange, of_eight_schools_is_found_again_with_cr2) {
    auto const change = clustered_change(eight_schools);
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->standard_error, 0.7905267371592185, 1e-10);
    ASSERT_TRUE(change->test);
    EXPECT_NEAR(change->test->degrees, 6.700231052084081, 1e-9);
    EXPECT_NEAR(change->test->p, 0.02480990124736174, 1e-10);
    EXPECT_NEAR(change->test->interval.upper, 4.163127642301761, 1e-9);
}

Pupils schools(int supported, int others) {
    Pupils pupils;
    for (int i = 0; i < supported + others; ++i)
        for (auto const change : {1., 4.})
            pupils.push_back({change + i % 3 + (i < supported ? 2 : 0), i < supported, std::to_string(i)});
    return pupils;
}

TEST(StatisticsClusteredChange, of_fewer_than_five_schools_on_a_side_is_a_figure_without_p) {
    auto const four = clustered_change(schools(4, 6));
    ASSERT_TRUE(four);
    EXPECT_GT(four->standard_error, 0);
    EXPECT_EQ(four->test.error(), Refusal::too_few_clusters);
    EXPECT_EQ(clustered_change(schools(6, 4))->test.error(), Refusal::too_few_clusters);
    EXPECT_TRUE(clustered_change(schools(5, 5))->test);
}

TEST(StatisticsClusteredChange, without_spread_has_no_p) {
    Pupils pupils;
    for (int i = 0; i < 10; ++i) pupils.push_back({i < 5 ? 0.3 : 0.1, i < 5, std::to_string(i)});
    EXPECT_EQ(clustered_change(pupils)->test.error(), Refusal::zero_variance);
}

TEST(StatisticsClusteredChange, is_refused_where_it_means_nothing) {
    auto const refusal = [](Pupils const& pupils, double confidence = 0.95) {
        return clustered_change(pupils, Clustering::cr2, confidence).error();
    };
    EXPECT_EQ(refusal({}), Refusal::too_few_clusters);
    EXPECT_EQ(refusal({{1, true, "a"}, {2, false, "a"}}), Refusal::too_few_clusters);
    EXPECT_EQ(refusal({{1, true, "a"}, {2, true, "b"}}), Refusal::too_few_clusters);
    EXPECT_EQ(refusal(schools(1, 5)), Refusal::too_few_clusters) << "one school has all who are supported";
    EXPECT_EQ(refusal({{std::nan(""), true, "a"}, {2, false, "b"}}), Refusal::not_finite);
    EXPECT_EQ(refusal(schools(5, 5), 0), Refusal::invalid_level);
}

}  // namespace
}  // namespace statistics
