#include "statistics/reliable_change.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Instrument jacobson{.sd = 7.5, .reliability = 0.8};
constexpr Norms both{.clinical_mean = 40, .clinical_sd = 7.5, .functional_mean = 60, .functional_sd = 7.5};

// Jacobson and Truax (1991), pages 13 and 14.
TEST(StatisticsReliableChange, of_jacobson_and_truax_is_found_again) {
    auto const change = reliable_change(32.5, 47.5, jacobson, both);
    ASSERT_TRUE(change);
    EXPECT_NEAR(change->measurement_error, 3.35, 0.005);
    EXPECT_NEAR(change->difference_error, 4.74, 0.005);
    EXPECT_NEAR(change->index, 3.16, 0.005);
    EXPECT_DOUBLE_EQ(change->cut_offs->a, 55);
    EXPECT_DOUBLE_EQ(change->cut_offs->b, 45);
    EXPECT_DOUBLE_EQ(change->cut_offs->c, 50);
    EXPECT_EQ(change->category, ChangeCategory::reliably_improved);
}

TEST(StatisticsReliableChange, is_a_recovery_where_it_goes_past_the_cut_off_between_both) {
    auto const category = [](double before, double after) {
        return reliable_change(before, after, jacobson, both)->category;
    };
    EXPECT_EQ(category(32.5, 50.5), ChangeCategory::recovered);
    EXPECT_EQ(category(32.5, 50), ChangeCategory::reliably_improved);
    EXPECT_EQ(category(51, 70), ChangeCategory::reliably_improved) << "was never one of those in need";
    EXPECT_EQ(category(48, 52), ChangeCategory::no_reliable_change);
}

TEST(StatisticsReliableChange, of_unequal_spreads_takes_cut_off_b_from_those_not_in_need) {
    Norms const norms{.clinical_mean = 12, .clinical_sd = 5, .functional_mean = 25, .functional_sd = 3};
    auto const change = reliable_change(12, 22, {.sd = 5, .reliability = 0.9}, norms);
    EXPECT_DOUBLE_EQ(change->cut_offs->b, 19);
    EXPECT_DOUBLE_EQ(change->cut_offs->c, 20.125);
    EXPECT_EQ(change->category, ChangeCategory::recovered);
}

TEST(StatisticsReliableChange, of_difficulties_is_better_downwards) {
    Instrument const difficulties{.sd = 6, .reliability = 0.85, .better = Direction::low};
    EXPECT_EQ(reliable_change(20, 14, difficulties)->category, ChangeCategory::no_reliable_change);
    EXPECT_EQ(reliable_change(20, 13, difficulties)->category, ChangeCategory::reliably_improved);
    EXPECT_EQ(reliable_change(13, 20, difficulties)->category, ChangeCategory::reliably_deteriorated);
    EXPECT_LT(reliable_change(20, 13, difficulties)->index, 0) << "its sign is that of the score";
}

TEST(StatisticsReliableChange, exactly_as_large_as_the_criterion_is_none) {
    Instrument const unit{.sd = 1, .reliability = 0.5};
    EXPECT_EQ(reliable_change(0, 1.96, unit)->category, ChangeCategory::no_reliable_change);
    EXPECT_EQ(reliable_change(0, 1.9601, unit)->category, ChangeCategory::reliably_improved);
}

TEST(StatisticsReliableChange, needs_fewer_points_the_more_reliable_the_measure) {
    auto const smallest = [](double r) { return *smallest_reliable_change({.sd = 1, .reliability = r}); };
    EXPECT_NEAR(smallest(0.6), 1.75, 0.005);
    EXPECT_NEAR(smallest(0.7), 1.52, 0.005);
    EXPECT_NEAR(smallest(0.8), 1.24, 0.005);
    EXPECT_NEAR(smallest(0.9), 0.88, 0.005);
}

// A pupil chosen at 70 on a scale with mean 100 and reliability .7 is expected at 79 without any change.
TEST(StatisticsReliableChange, allows_for_regression_to_the_mean_at_second_look) {
    Instrument const scale{.sd = 15, .reliability = 0.7};
    EXPECT_DOUBLE_EQ(*expected_without_change(70, 100, 0.7), 79);
    auto const change = residual_change(70, 94, 100, scale);
    EXPECT_DOUBLE_EQ(change->residual, 15);
    EXPECT_NEAR(change->index, 1.8257, 1e-4);
    EXPECT_NEAR(change->prediction, 1.4003, 1e-4);
    EXPECT_EQ(change->category, ChangeCategory::no_reliable_change);
    EXPECT_EQ(reliable_change(70, 94, scale)->category, ChangeCategory::reliably_improved) << "at first look";
}

// The later score of a pupil without change hangs together with the first by the reliability. Summed over a
// grid, so that nothing is drawn.
TEST(
    StatisticsReliableChange, of_pupils_without_change_calls_one_in_twenty_more_than_regression_to_the_mean
) {
    for (double const r : {0.6, 0.8, 0.9}) {
        Instrument const scale{.sd = 1, .reliability = r};
        double beyond = 0, beyond_by_index = 0, all = 0;
        constexpr double step = 0.04, first = -5 + step / 2;  // whose edges lie at the criterion
        for (double own = first; own <= 5; own += step)
            for (double new_part = first; new_part <= 5; new_part += step) {
                auto const weight = std::exp(-(own * own + new_part * new_part) / 2);
                auto const change =
                    *residual_change(own, r * own + std::sqrt(1 - r * r) * new_part, 0, scale);
                all += weight;
                if (change.category != ChangeCategory::no_reliable_change) beyond += weight;
                if (std::abs(change.index) > 1.96) beyond_by_index += weight;
            }
        EXPECT_NEAR(beyond / all, 0.05, 0.002) << r;
        EXPECT_GT(beyond_by_index / all, 0.11) << r;
    }
}

TEST(StatisticsReliableChange, is_refused_where_it_means_nothing) {
    auto const refusal = [](double after, Instrument const& instrument, double criterion = 1.96) {
        return reliable_change(20, after, instrument, {}, criterion).error();
    };
    EXPECT_EQ(refusal(14, {.sd = 6, .reliability = 1}), Refusal::zero_standard_error);
    EXPECT_EQ(refusal(14, {.sd = 0, .reliability = 0.8}), Refusal::zero_standard_error);
    EXPECT_EQ(refusal(14, {.sd = 6, .reliability = 1.2}), Refusal::invalid_reliability);
    EXPECT_EQ(refusal(14, {.sd = 6, .reliability = -0.1}), Refusal::invalid_reliability);
    EXPECT_EQ(refusal(nan, jacobson), Refusal::not_finite);
    EXPECT_EQ(refusal(14, {.sd = nan, .reliability = 0.8}), Refusal::not_finite);
    EXPECT_EQ(refusal(14, jacobson, 0), Refusal::invalid_level);
    EXPECT_EQ(reliable_change(1, 2, jacobson, Norms{.clinical_mean = 1}).error(), Refusal::zero_variance);
    EXPECT_EQ(residual_change(nan, 1, 2, jacobson).error(), Refusal::not_finite);
    EXPECT_EQ(expected_without_change(1, 2, 1.1).error(), Refusal::invalid_reliability);
    EXPECT_EQ(smallest_reliable_change({.sd = 1, .reliability = 1}).error(), Refusal::zero_standard_error);
}

}  // namespace
}  // namespace statistics
