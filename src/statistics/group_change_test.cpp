#include "statistics/group_change.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace statistics {
namespace {

using Scores = std::vector<double>;
using Pupils = std::vector<Measured>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
Scores const sleep_before{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
Scores const sleep_after{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

Pupils measured(Scores const& before, Scores const& after) {
    Pupils pupils;
    for (std::size_t i = 0; i < before.size(); ++i)
        pupils.push_back({.before = before[i], .after = after[i]});
    return pupils;
}

// The sleep of Student (1908), Biometrika 6:1-25; g and its limits as effectsize gives them.
TEST(StatisticsGroupChange, of_students_sleepers_is_found_again) {
    auto const change = paired_change(measured(sleep_before, sleep_after));
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->test.t, 4.0621, 5e-5);
    EXPECT_NEAR(change->test.p, 0.002833, 5e-7);
    EXPECT_NEAR(change->d_z, 1.2848, 3e-4);
    EXPECT_NEAR(change->g, 1.1739249035142045, 1e-12);
    EXPECT_NEAR(change->g_interval.lower, 0.37891789599367, 1e-8);
    EXPECT_NEAR(change->g_interval.upper, 1.9356021125290974, 1e-8);
    EXPECT_EQ(change->missing, 0);
}

TEST(StatisticsGroupChange, leaves_out_who_was_measured_once) {
    Pupils pupils = measured({12, 15, 10, 13}, {15, 16, 12, 18});
    auto const all = paired_change(pupils);
    pupils.push_back({.before = 14});
    pupils.push_back({.after = 15});
    auto const found = paired_change(pupils);
    EXPECT_EQ(found->n, 4);
    EXPECT_EQ(found->missing, 2);
    EXPECT_EQ(found->g, all->g);
    EXPECT_NEAR(found->g_interval.lower, 0.006043784854564854, 1e-8);
}

// R's t.test of the same sleepers as two groups: t = -1.8608, df = 17.776, p = .07939.
TEST(StatisticsGroupChange, of_two_groups_is_welchs) {
    auto const found = welch_difference(sleep_before, sleep_after);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->test.t, -1.8608, 5e-5);
    EXPECT_NEAR(found->test.degrees, 17.776, 5e-4);
    EXPECT_NEAR(found->test.p, 0.07939, 5e-6);
    EXPECT_NEAR(found->test.interval.lower, -3.3654832307117104, 1e-10);
    EXPECT_NEAR(found->test.interval.upper, 0.20548323071171049, 1e-10);
}

TEST(StatisticsGroupChange, allows_one_side_that_does_not_vary) {
    auto const found = welch_difference(Scores{5, 5, 5}, Scores{4, 6, 8});
    EXPECT_DOUBLE_EQ(found->test.degrees, 2);
    EXPECT_EQ(welch_difference(Scores{5, 5, 5}, Scores{5, 5, 5}).error(), Refusal::zero_variance);
}

TEST(StatisticsGroupChange, is_set_against_those_who_wait) {
    auto const found = difference_in_differences(
        measured({12, 15, 11, 14, 10, 13}, {17, 18, 14, 19, 13, 17}),
        measured({13, 12, 14, 11, 15}, {14, 13, 15, 13, 15})
    );
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->difference, 17. / 6, 1e-12);
    EXPECT_NEAR(found->standard_error, 0.510990323891863, 1e-12);
    EXPECT_NEAR(found->test.degrees, 8.864365971107544, 1e-9);
    EXPECT_NEAR(found->test.p, 0.00037877538385507693, 1e-12);
}

// Finning and others (2021), doi 10.1007/s00787-021-01802-w: difficulties in counselling, by teachers after
// it and a year later, and by parents. What follows from the printed means, deviations and t is worked out
// here.
TEST(StatisticsGroupChange, of_a_published_table_shows_three_effect_sizes_of_the_same_data) {
    Summary const teachers{.n = 740, .mean = 14.42, .sd = 7.18};
    auto const after = change_from_summaries(teachers, {.n = 740, .mean = 11.09, .sd = 6.93}, 13.78);
    ASSERT_TRUE(after);
    EXPECT_NEAR(after->mean, -3.33, 1e-9);
    EXPECT_NEAR(after->sd, 6.574, 5e-4);
    EXPECT_NEAR(after->correlation, 0.566, 5e-4);
    EXPECT_NEAR(after->d_z, -0.507, 5e-4);
    EXPECT_NEAR(after->d_av, -0.472, 5e-4);
    EXPECT_NEAR(after->d_before, -0.464, 5e-4);
    EXPECT_NEAR(after->interval.lower, -3.80, 5e-3);
    EXPECT_NEAR(after->interval.upper, -2.86, 5e-3);
    auto const a_year_later = change_from_summaries(teachers, {.n = 740, .mean = 11.27, .sd = 7.27}, 11.92);
    EXPECT_NEAR(a_year_later->sd, 7.189, 5e-4);
    EXPECT_NEAR(a_year_later->correlation, 0.505, 5e-4);
    EXPECT_NEAR(a_year_later->d_z, -0.438, 5e-4);
    EXPECT_NEAR(a_year_later->d_av, -0.436, 5e-4);
    auto const parents = change_from_summaries(
        {.n = 362, .mean = 15.64, .sd = 6.49}, {.n = 362, .mean = 11.90, .sd = 6.78}, 11.29
    );
    EXPECT_NEAR(parents->sd, 6.303, 5e-4);
    EXPECT_NEAR(parents->correlation, 0.550, 5e-4);
    EXPECT_NEAR(parents->d_z, -0.593, 5e-4);
    EXPECT_NEAR(parents->d_av, -0.564, 5e-4);
}

// A trial in Jamaica, Br J Psychiatry 2012;201:101-8, doi 10.1192/bjp.bp.111.096834, table 2: 113 children in
// classes whose teachers were trained, 112 in others. Teachers see a difference that parents do not.
TEST(StatisticsGroupChange, of_a_published_trial_is_set_in_standard_deviations_before) {
    auto const group = [](std::size_t n, double before, double sd, double after, double sd_after) {
        return BeforeAndAfter{
            .before = {.n = n, .mean = before, .sd = sd}, .after = {.n = n, .mean = after, .sd = sd_after}};
    };
    auto const by_teachers =
        difference_of_means(group(113, 17.27, 6.51, 14.73, 6.93), group(112, 16.54, 5.03, 16.48, 5.69));
    EXPECT_NEAR(by_teachers->difference, -2.48, 1e-9);
    EXPECT_NEAR(by_teachers->effect, -0.43, 5e-3);
    auto const prosocial =
        difference_of_means(group(113, 5.30, 2.31, 7.09, 2.23), group(112, 5.49, 2.32, 5.87, 1.90));
    EXPECT_NEAR(prosocial->difference, 1.41, 1e-9);
    EXPECT_NEAR(prosocial->effect, 0.61, 5e-3);
    auto const by_parents =
        difference_of_means(group(113, 15.73, 5.67, 16.33, 5.61), group(112, 15.54, 5.17, 16.34, 5.06));
    EXPECT_NEAR(by_parents->difference, -0.20, 1e-9);
    EXPECT_NEAR(by_parents->effect, -0.04, 5e-3);
    auto const conduct = difference_of_means(
        group(113, 154.29, 44.38, 123.99, 47.13), group(112, 152.45, 31.96, 145.07, 38.59)
    );
    EXPECT_NEAR(conduct->difference, -22.9, 0.05);
}

// Silver and others (2024) publish g between .35 and .57 of 18 pupils: so many tell such an effect from none
// only at its upper end.
TEST(StatisticsGroupChange, of_eighteen_pupils_is_told_from_none_only_where_it_is_large) {
    auto const lower_limit_at = [](double g) {
        Pupils pupils;
        auto const d_z = g / small_sample_correction(17);
        for (int i = 0; i < 18; ++i)
            pupils.push_back({.before = 0, .after = d_z + (i < 9 ? 1 : -1) * std::sqrt(17. / 18)});
        auto const change = paired_change(pupils);
        EXPECT_NEAR(change->g, g, 1e-12);
        return change->g_interval.lower;
    };
    EXPECT_GT(lower_limit_at(0.57), 0);
    EXPECT_LT(lower_limit_at(0.35), 0);
}

TEST(StatisticsGroupChange, is_corrected_less_the_more_pupils_there_are) {
    EXPECT_NEAR(small_sample_correction(2), 0.5641895835477563, 1e-12);
    EXPECT_NEAR(small_sample_correction(9), 0.9138748917925522, 1e-12);
    EXPECT_NEAR(small_sample_correction(1e6), 1 - 0.75e-6, 1e-11);
}

TEST(StatisticsGroupChange, is_refused_where_it_means_nothing) {
    EXPECT_EQ(paired_change(measured({10, 12, 14}, {12, 14, 16})).error(), Refusal::zero_variance);
    EXPECT_EQ(paired_change(measured({0.1, 0.2, 0.7}, {0.3, 0.4, 0.9})).error(), Refusal::zero_variance);
    EXPECT_EQ(paired_change(measured({10, 12}, {12, 15})).error(), Refusal::too_few_pairs);
    EXPECT_EQ(paired_change(measured({10, nan, 1}, {12, 15, 1})).error(), Refusal::not_finite);
    EXPECT_EQ(paired_change(measured(sleep_before, sleep_after), 1).error(), Refusal::invalid_level);
    EXPECT_EQ(welch_difference(Scores{1}, Scores{1, 2}).error(), Refusal::too_few_controls);
    EXPECT_EQ(welch_difference(Scores{1, nan}, Scores{1, 2}).error(), Refusal::not_finite);
    EXPECT_EQ(welch_difference(Scores{1, 2}, Scores{1, 2}, nan).error(), Refusal::invalid_level);
    EXPECT_EQ(
        difference_in_differences(measured({1}, {2}), measured({1, 2}, {2, 4})).error(),
        Refusal::too_few_pairs
    );
    Summary const before{.n = 5, .mean = 10, .sd = 2};
    EXPECT_EQ(
        change_from_summaries(before, {.n = 4, .mean = 1, .sd = 2}, 2).error(), Refusal::different_lengths
    );
    EXPECT_EQ(change_from_summaries(before, {.n = 5, .mean = 1, .sd = 0}, 2).error(), Refusal::invalid_se);
    EXPECT_EQ(
        change_from_summaries(before, {.n = 5, .mean = 1, .sd = 2}, 0).error(), Refusal::zero_standard_error
    );
    EXPECT_EQ(
        change_from_summaries(before, {.n = 5, .mean = 1, .sd = 2}, 1).error(),
        Refusal::degenerate_correlation
    );
    EXPECT_EQ(
        difference_of_means({before, before}, {before, {.n = 1, .mean = 1, .sd = 1}}).error(),
        Refusal::too_few_controls
    );
}

}  // namespace
}  // namespace statistics
