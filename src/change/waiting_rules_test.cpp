#include "change/waiting_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"
#include "change/measured_sentences.hpp"

namespace change {
namespace {

using assessments::Occasion;

class WhoWaited : public testing::Test {
protected:
    Date monday = calendar::parse_iso("2026-04-20").value();
    std::vector<WaitingScore> scores;
    std::string scores_scale;

    void waits(int child, int days, int change) {
        WaitingScore rated{
            .pupil = PupilId::make(Instant{100 + child}),
            .the_case = CaseId::make(Instant{200 + child}),
            .occasion = assessments::Occasion::weekly,
            .rated_on = monday,
            .scale = "friendships",
            .score = 4};
        scores.push_back(rated);
        rated.rated_on = monday + days;
        rated.score += change;
        scores.push_back(rated);
    }
};

TEST_F(WhoWaited, five_children_with_two_ratings_each_have_a_mean_change_and_four_have_none) {
    for (int child = 0; child < 4; ++child) waits(child, 14, 1);
    EXPECT_TRUE(waited(scores).empty());
    waits(4, 21, -1);
    auto const all = waited(scores);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().children, 5);
    EXPECT_EQ(all.front().median_days, 14);
    EXPECT_DOUBLE_EQ(all.front().mean_change, 0.6);
    ASSERT_TRUE(all.front().interval);
    // Changes 1, 1, 1, 1, -1: a standard error of .4, and 2.776 for four degrees.
    EXPECT_NEAR(all.front().interval->lower, 0.6 - 2.7764 * 0.4, 1e-3);
    EXPECT_NEAR(all.front().interval->upper, 0.6 + 2.7764 * 0.4, 1e-3);
    EXPECT_EQ(
        in_words(all.front(), "Calm"),
        "Calm: +0.6 on average (95 % interval −0.5 to +1.7), of 5 children, with 14 days between their first "
        "and last rating (the median)."
    );
}

TEST_F(WhoWaited, who_was_rated_on_one_day_alone_does_not_count) {
    for (int child = 0; child < 4; ++child) waits(child, 14, 1);
    waits(4, 0, 3);
    EXPECT_TRUE(waited(scores).empty());
}

TEST_F(WhoWaited, a_child_counts_once_however_many_cases_there_were) {
    for (int child = 0; child < 4; ++child) waits(child, 14, 1);
    waits(3, 14, 2);
    for (auto at = scores.end() - 2; at != scores.end(); ++at) at->the_case = CaseId::make(Instant{900});
    EXPECT_TRUE(waited(scores).empty());
}

TEST_F(WhoWaited, on_another_form_by_goals_of_their_own_or_whom_the_visitor_is_near_does_not_count) {
    auto instrument = assessments::shipped("withy-observation")->instrument;
    for (auto& section : instrument.sections)
        for (auto& scale : section.scales)
            if (scale.label == "Friendships") scores_scale = scale.code;
    waits(0, 14, 1);
    for (auto& one : scores) one.scale = scores_scale;
    EXPECT_EQ(on_one_form(scores, instrument, Occasion::weekly, {}).size(), 2U);
    EXPECT_TRUE(on_one_form(scores, instrument, Occasion::entry, {}).empty()) << "the whole form";
    EXPECT_TRUE(on_one_form(scores, instrument, Occasion::weekly, {scores.front().pupil}).empty());
    for (auto& section : instrument.sections)
        for (auto& scale : section.scales) scale.named_by_child = true;
    EXPECT_TRUE(on_one_form(scores, instrument, Occasion::weekly, {}).empty());
}

}  // namespace
}  // namespace change
