#include "change/measured_rules.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "change/measured_sentences.hpp"

namespace change {
namespace {

using assessments::Assessment;
using assessments::Direction;
using assessments::Informant;
using assessments::Instrument;
using assessments::LoadedInstrument;
using assessments::NormSetId;
using assessments::Occasion;

// The figures of the reference cases: a standard deviation of 7.5 and a reliability of .8 make changes of 9.3
// points and more count.
class MeasuredTwice : public testing::Test {
protected:
    Date entry_on = calendar::parse_iso("2026-01-12").value();
    StaffId teacher = StaffId::make(Instant{1});
    NormSetId norms = NormSetId::make(Instant{2});
    assessments::InstrumentId by = assessments::InstrumentId::make(Instant{3});
    LoadedInstrument loaded{
        .id = by,
        .instrument =
            Instrument{
                .code = "made-up",
                .name = "A made-up questionnaire",
                .ages = {4, 13},
                .rating = assessments::Range{0, 4},
                .informants = {Informant::class_teacher, Informant::nurture_assistant},
                .forms = {{Occasion::entry}, {Occasion::exit}, {Occasion::follow_up}},
                .sections =
                    {{.code = "all",
                      .name = "All",
                      .scales =
                          {{.code = "calm", .label = "Calm", .items = 20},
                           {.code = "mood", .label = "Mood", .items = 1}}}}},
        .norms = {
            {.id = norms,
             .norms = {
                 .code = "2020",
                 .ages = {4, 13},
                 .bands = {
                     {"calm",
                      {30, 60},
                      assessments::Precision{
                          .mean = 40,
                          .standard_deviation = 7.5,
                          .reliability = 0.8,
                          .kind = assessments::ReliabilityKind::test_retest}},
                     {"mood",
                      {1, 4},
                      assessments::Precision{
                          .mean = 2,
                          .standard_deviation = 1,
                          .reliability = 0.8,
                          .kind = assessments::ReliabilityKind::test_retest}}}}}}};
    std::vector<Assessment> all;

    Assessment& rates(Occasion occasion, int weeks, int calm) {
        all.push_back(
            {.id = assessments::AssessmentId::make(Instant{static_cast<std::int64_t>(all.size()) + 10}),
             .instrument = by,
             .norms = norms,
             .informant = Informant::class_teacher,
             .occasion = occasion,
             .rater = teacher,
             .rater_name = "Priya Nair",
             .rated_on = entry_on + 7 * weeks,
             .scores = {{.scale = "calm", .score = calm}, {.scale = "mood", .score = 2}}}
        );
        return all.back();
    }
    std::vector<Measured> measured() const { return measured_by(all, {{by, loaded}}); }
    ScaleMoved calm() const { return measured().front().stretches.front().scales.front(); }
};

TEST_F(MeasuredTwice, a_score_beyond_the_least_reliable_change_went_up_by_more_than_the_wobble) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 38);
    auto const moved = calm();
    EXPECT_EQ(moved.moved, Moved::beyond_error);
    ASSERT_TRUE(moved.figures);
    EXPECT_NEAR(moved.figures->smallest, 1.96 * std::sqrt(2) * 7.5 * std::sqrt(0.2), 1e-9);
    EXPECT_NEAR(moved.figures->expected, 28, 1e-9);
    EXPECT_EQ(
        in_words(moved, "Sam"),
        "Sam’s score in “Calm” went up by more than the questionnaire’s wobble, which is the better side."
    );
    EXPECT_EQ(measured().front().stretches.front().days(), 56);
}

TEST_F(MeasuredTwice, at_the_end_by_another_kind_of_adult_is_mentioned_and_cannot_be_told) {
    rates(Occasion::entry, 0, 25);
    auto& assistants = rates(Occasion::exit, 8, 38);
    assistants.informant = Informant::nurture_assistant;
    assistants.rater_name = "Maria Duarte";
    ASSERT_EQ(measured().size(), 1U);
    EXPECT_TRUE(measured().front().stretches.empty());
    ASSERT_EQ(measured().front().in_other_views.size(), 1U);
    EXPECT_EQ(
        another_view_in_words(measured().front().in_other_views.front()),
        "At the end of support, 9 March 2026, the Nurture Assistant rated (Maria Duarte), and not on entry. "
        "Whether anything changed by it cannot be told: two people rated, and their views are never held "
        "against one another."
    );
    all.back().taken_back_at = Instant{9};
    EXPECT_TRUE(measured().front().in_other_views.empty());
    all.back().taken_back_at.reset();
    rates(Occasion::entry, 0, 20).informant = Informant::nurture_assistant;
    for (auto const& one : measured())
        EXPECT_TRUE(one.in_other_views.empty()) << "it has a section of its own";
}

TEST_F(MeasuredTwice, a_smaller_change_could_be_the_wobble_and_is_never_called_no_progress) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 34);
    EXPECT_EQ(calm().moved, Moved::within_error);
    EXPECT_EQ(
        in_words(calm(), "Sam"), "Sam’s score in “Calm” went up from 25 to 34: that could be the wobble."
    );
}

// From 15, 20 is to be expected without any change: of 10 points gained, 5 lie beyond the drift.
TEST_F(MeasuredTwice, a_change_that_counts_may_still_be_no_more_than_regression_to_the_mean) {
    rates(Occasion::entry, 0, 15);
    rates(Occasion::exit, 8, 25);
    EXPECT_EQ(calm().moved, Moved::beyond_error);
    EXPECT_NEAR(calm().figures->expected, 20, 1e-9);
    EXPECT_EQ(calm().figures->beyond_expected, Moved::within_error);
    EXPECT_EQ(beyond_the_drift(calm()), "could be the wobble");
    EXPECT_EQ(
        figures_in_words(calm()),
        "Calm: reliable change index 2.11, beyond the drift 1.11; less than 9.3 points are wobble."
    );
}

// From 30, 29 is to be expected about a mean of 25. Seven points more are 2.09 errors of one score, and 1.56
// of predicting it.
TEST_F(MeasuredTwice, a_change_that_could_be_the_wobble_is_not_called_more_beside_the_mean) {
    loaded.norms.front().norms.bands.front().precision->mean = 25;
    rates(Occasion::entry, 0, 30);
    rates(Occasion::exit, 8, 36);
    EXPECT_EQ(calm().moved, Moved::within_error);
    EXPECT_NEAR(calm().figures->index, 1.265, 1e-3);
    EXPECT_NEAR(calm().figures->residual_index, 1.556, 1e-3);
    EXPECT_EQ(beyond_the_drift(calm()), "could be the wobble");
    all.back().scores.front().score = 38;
    EXPECT_EQ(beyond_the_drift(calm()), "more than the wobble") << "nine points are 2.0 errors of prediction";
}

TEST_F(MeasuredTwice, by_two_people_nothing_is_worked_out) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 50).rater = StaffId::make(Instant{5});
    EXPECT_EQ(calm().why, WhyUntold::two_raters);
    EXPECT_FALSE(calm().figures);
    EXPECT_NE(in_words(calm(), "Sam").find("cannot be told, because two people rated"), std::string::npos);
}

TEST_F(MeasuredTwice, by_a_parent_or_a_child_nothing_is_worked_out_for_who_answered_is_not_kept) {
    for (auto const informant : {Informant::parent, Informant::child}) {
        all.clear();
        rates(Occasion::entry, 0, 25).informant = informant;
        rates(Occasion::exit, 8, 50).informant = informant;
        EXPECT_EQ(calm().moved, Moved::cannot_tell);
        EXPECT_EQ(calm().why, WhyUntold::unknown_who_answered);
        EXPECT_FALSE(calm().figures);
        EXPECT_NE(
            in_words(calm(), "Sam").find("because who answered each time is not kept"), std::string::npos
        );
        EXPECT_NE(
            in_words(measured().front().stretches.front()).find("entered by Priya Nair both times"),
            std::string::npos
        );
    }
}

TEST_F(MeasuredTwice, of_a_single_rating_nothing_is_worked_out_whatever_the_norms_say) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 50);
    EXPECT_EQ(measured().front().stretches.front().scales.back().why, WhyUntold::single_rating);
}

TEST_F(MeasuredTwice, without_the_manuals_figures_it_cannot_be_told_and_the_reason_stands_there) {
    loaded.norms.front().norms.bands.front().precision.reset();
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 50);
    EXPECT_EQ(calm().moved, Moved::cannot_tell);
    EXPECT_EQ(calm().why, WhyUntold::no_precision);
    EXPECT_EQ(beyond_the_drift(calm()), "cannot tell");
    EXPECT_EQ(figures_in_words(calm()), "");
}

TEST_F(MeasuredTwice, the_first_entry_stands_beside_the_last_exit_and_the_last_follow_up_of_one_view) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::entry, 1, 30);
    rates(Occasion::exit, 8, 35);
    rates(Occasion::exit, 9, 36);
    rates(Occasion::follow_up, 14, 34);
    rates(Occasion::exit, 9, 55).informant = Informant::nurture_assistant;
    ASSERT_EQ(measured().size(), 1U) << "the other view has no entry";
    auto const& stretches = measured().front().stretches;
    ASSERT_EQ(stretches.size(), 2U);
    EXPECT_EQ(stretches.front().scales.front().before, 25);
    EXPECT_EQ(stretches.front().scales.front().after, 36);
    EXPECT_EQ(stretches.back().scales.front().after, 34);
    EXPECT_EQ(stretches.back().after.occasion, Occasion::follow_up);
}

TEST_F(MeasuredTwice, of_two_adults_ratings_side_by_side_neither_counts_until_one_is_agreed_to) {
    rates(Occasion::entry, 0, 25);
    auto const first = rates(Occasion::exit, 8, 38).id;
    auto& second = rates(Occasion::exit, 8, 30);
    second.beside = first;
    EXPECT_TRUE(measured().front().stretches.empty());
    second.agreed_at = Instant{9};
    EXPECT_EQ(calm().after, 30);
}

TEST_F(MeasuredTwice, by_a_reliability_that_is_not_of_one_child_rated_twice_nothing_is_worked_out) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 50);
    auto& precision = loaded.norms.front().norms.bands.front().precision;
    using assessments::ReliabilityKind;
    for (auto const kind :
         {std::optional(ReliabilityKind::internal_consistency),
          std::optional(ReliabilityKind::between_raters),
          std::optional(ReliabilityKind::parallel_forms),
          std::optional<ReliabilityKind>()}) {
        precision->kind = kind;
        EXPECT_EQ(calm().why, WhyUntold::another_reliability);
        EXPECT_FALSE(calm().figures);
    }
    EXPECT_NE(
        in_words(calm(), "Sam").find("because the reliability in its norms is not that of one child rated"),
        std::string::npos
    );
    precision->kind = ReliabilityKind::test_retest;
    EXPECT_EQ(calm().moved, Moved::beyond_error);
}

TEST_F(MeasuredTwice, say_what_they_are_held_against_and_where_that_stands) {
    loaded.norms.front().norms.source = "Made up";
    rates(Occasion::entry, 0, 25);
    EXPECT_EQ(measured().front().norms, "the norms “2020”, ages 4 to 13: Made up");
}

TEST_F(MeasuredTwice, against_other_norms_nothing_is_subtracted) {
    rates(Occasion::entry, 0, 25);
    rates(Occasion::exit, 8, 35).norms.reset();
    auto const measured_once = measured();
    auto const& stretch = measured_once.front().stretches.front();
    EXPECT_EQ(stretch.why_not, assessments::Incomparable::other_norms);
    EXPECT_TRUE(stretch.scales.empty());
}

TEST_F(MeasuredTwice, where_less_is_better_a_fall_beyond_the_wobble_is_on_the_better_side) {
    loaded.instrument.sections.front().direction = Direction::low_is_good;
    rates(Occasion::entry, 0, 50);
    rates(Occasion::exit, 8, 30);
    EXPECT_NE(
        in_words(calm(), "Sam")
            .find("went down by more than the questionnaire’s wobble, which is the better"),
        std::string::npos
    );
    std::swap(all.front().scores.front().score, all.back().scores.front().score);
    EXPECT_NE(in_words(calm(), "Sam").find("which is the worse side"), std::string::npos);
}

}  // namespace
}  // namespace change
