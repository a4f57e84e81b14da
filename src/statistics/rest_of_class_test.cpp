#include "statistics/rest_of_class.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace statistics {
namespace {

using Scores = std::vector<std::optional<double>>;

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

// Crawford and Howell 1998, page 483.
TEST(CrawfordHowell, gives_the_published_example) {
    auto const found =
        crawford_howell(33, Others{.count = 15, .mean = 50, .deviation = 10}, Alternative::less);
    EXPECT_NEAR(found->t, -1.646, 0.0005);
    EXPECT_NEAR(found->p, 0.061, 0.0005);
    EXPECT_NEAR(found->percent_below, 6.1, 0.05);
}

TEST(CrawfordHowell, says_why_it_can_say_nothing) {
    EXPECT_EQ(
        crawford_howell(std::nullopt, Scores{1, 2, 3}, Alternative::less).error(), Refusal::missing_case
    );
    EXPECT_EQ(crawford_howell(2, Scores{}, Alternative::less).error(), Refusal::too_few_controls);
    EXPECT_EQ(crawford_howell(2, Scores{3}, Alternative::less).error(), Refusal::too_few_controls);
    EXPECT_EQ(crawford_howell(2, Scores{3, 3, 3}, Alternative::less).error(), Refusal::zero_variance);
    EXPECT_EQ(crawford_howell(3, Scores{3, 3, 3}, Alternative::less).error(), Refusal::zero_variance);
    EXPECT_EQ(
        crawford_howell(2, Scores{3, std::nullopt}, Alternative::less).error(), Refusal::too_few_controls
    );
    EXPECT_EQ(crawford_howell(2, Scores{3, 4}, Alternative::less, 1).error(), Refusal::invalid_level);
}

TEST(CrawfordHowell, takes_no_number_that_is_none) {
    for (double const odd : {nothing, endless, -endless}) {
        EXPECT_EQ(crawford_howell(odd, Scores{1, 2, 3}, Alternative::less).error(), Refusal::not_finite);
        EXPECT_EQ(crawford_howell(1, Scores{1, odd, 3}, Alternative::less).error(), Refusal::not_finite);
        Others const others{.count = 9, .mean = odd, .deviation = 1};
        EXPECT_EQ(crawford_howell(1, others, Alternative::less).error(), Refusal::not_finite);
    }
}

// Ones that differ in their last bit alone are alike to a person, and may not make a star of anybody.
TEST(CrawfordHowell, does_not_take_the_rounding_of_equal_scores_for_spread) {
    Scores alike(9, 0.1 + 0.2);
    alike[4] = 0.3;
    EXPECT_EQ(crawford_howell(0.2, alike, Alternative::less).error(), Refusal::zero_variance);
}

TEST(ReferralByHolm, leaves_out_what_cannot_be_tested_and_says_why) {
    std::vector<PupilMeasure> const measures{
        {.score = 1, .others = {4, 5, 3, 4, 4, 5}},
        {.score = 2, .others = {2, 2, 2, 2, 2, 2}},
        {.score = 3, .others = {5, 4, std::nullopt, 3, 5}},
        {.score = std::nullopt, .others = {1, 2, 3, 4, 5}}};
    auto const finding = referral_by_holm(measures);
    EXPECT_EQ(finding.family, 1);
    EXPECT_EQ(finding.measures[1].figures.error(), Refusal::zero_variance);
    EXPECT_EQ(finding.measures[2].figures.error(), Refusal::too_few_controls);
    EXPECT_EQ(finding.measures[3].figures.error(), Refusal::missing_case);
    EXPECT_EQ(finding.measures[0].p_holm, finding.measures[0].figures->p);
    EXPECT_TRUE(finding.significant);
}

TEST(ReferralByHolm, says_nothing_of_classes_of_one_to_five) {
    for (std::size_t others = 0; others < 5; ++others) {
        PupilMeasure measure{.score = 0};
        for (std::size_t i = 0; i < others; ++i) measure.others.emplace_back(90 + static_cast<double>(i));
        auto const finding = referral_by_holm(std::vector{measure});
        EXPECT_EQ(finding.family, 0) << others;
        EXPECT_FALSE(finding.significant) << others;
    }
}

TEST(ExactRank, can_never_claim_in_a_class_of_nineteen) {
    for (int all = 2; all < 32; ++all) {
        Scores const others(static_cast<std::size_t>(all - 1), 5);
        auto const rank = exact_rank(1, others, Direction::low);
        EXPECT_DOUBLE_EQ(rank->p, 1.0 / all);
        EXPECT_EQ(rank->p <= 0.05, all >= 20) << all;
    }
}

TEST(ExactRank, counts_ties_against_the_claim_on_either_side) {
    EXPECT_DOUBLE_EQ(exact_rank(3, Scores{4, 5, 3, 4, 5, 5, 3}, Direction::low)->p, 3.0 / 8);
    EXPECT_DOUBLE_EQ(exact_rank(3, Scores{2, 1, 3, 2, 1, 1, 3}, Direction::high)->p, 3.0 / 8);
    EXPECT_EQ(exact_rank(std::nullopt, Scores{1}, Direction::low).error(), Refusal::missing_case);
    EXPECT_EQ(exact_rank(1, Scores{std::nullopt}, Direction::low).error(), Refusal::too_few_controls);
    EXPECT_EQ(exact_rank(1, Scores{nothing}, Direction::low).error(), Refusal::not_finite);
    EXPECT_EQ(exact_rank(endless, Scores{1}, Direction::low).error(), Refusal::not_finite);
}

TEST(LeaveOneOut, refuses_a_class_in_which_all_others_are_alike) {
    EXPECT_EQ(
        leave_one_out(std::vector{1.0, 3.0, 3.0, 3.0}, Alternative::less).error(), Refusal::zero_variance
    );
    EXPECT_EQ(leave_one_out(std::vector{1.0, 3.0}, Alternative::less).error(), Refusal::too_few_controls);
    EXPECT_EQ(leave_one_out(std::vector{1.0, nothing, 3.0}, Alternative::less).error(), Refusal::not_finite);
}

}  // namespace
}  // namespace statistics
