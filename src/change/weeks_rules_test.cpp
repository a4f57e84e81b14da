#include "change/weeks_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"
#include "change/weeks_sentences.hpp"

namespace change {
namespace {

using assessments::Assessment;
using assessments::Direction;
using assessments::Informant;
using assessments::LoadedInstrument;
using assessments::Occasion;

class WeeksOfRatings : public testing::Test {
protected:
    Date first = calendar::parse_iso("2026-04-20").value();
    StaffId teacher = StaffId::make(Instant{1});
    StaffId another = StaffId::make(Instant{2});
    InstrumentId by = InstrumentId::make(Instant{3});
    std::map<InstrumentId, LoadedInstrument> instruments{
        {by, {.id = by, .instrument = assessments::shipped("withy-observation")->instrument}}};
    std::vector<Assessment> all;
    Support support{.began_on = first + 21};

    // A week's rating in which every scale of the weekly form has the same score.
    Assessment& rates(int week, int each, Informant informant = Informant::class_teacher) {
        Assessment one{
            .id = assessments::AssessmentId::make(Instant{static_cast<std::int64_t>(all.size()) + 10}),
            .instrument = by,
            .informant = informant,
            .occasion = Occasion::weekly,
            .rater = teacher,
            .rated_on = first + 7 * week};
        for (auto const& scale : scales_of(instruments.at(by).instrument))
            one.scores.push_back({.scale = scale.code, .score = each});
        all.push_back(one);
        return all.back();
    }
    void rates_all(std::vector<int> const& each) {
        for (std::size_t week = 0; week < each.size(); ++week) rates(static_cast<int>(week), each[week]);
    }
    View view() const { return weekly_views(all, instruments).front(); }
    Weeks weeks() const { return told(view(), 0, support); }
};

TEST_F(WeeksOfRatings, add_up_the_five_strands_of_the_weekly_form_and_keep_each_beside_them) {
    rates_all({1, 2, 4});
    auto const seen = view();
    ASSERT_TRUE(seen.adds_up);
    ASSERT_EQ(seen.series.size(), 6U);
    EXPECT_EQ(seen.series.front().label, "");
    EXPECT_EQ(seen.series.front().ratings.back().rating, 20);
    EXPECT_EQ(seen.series.front().scores, (assessments::Range{0, 20}));
    EXPECT_EQ(seen.series.at(2).label, "Friendships");
    EXPECT_EQ(seen.series.at(2).ratings.back().on, first + 14);
}

// Three before and six during, apart from one another entirely: one of 84 ways of sharing them out.
TEST_F(WeeksOfRatings, that_lie_apart_are_beyond_chance_from_three_before_the_programme_on) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    auto const said = weeks();
    EXPECT_EQ(said.verdict, Verdict::beyond_chance);
    EXPECT_EQ(said.before, 3U);
    EXPECT_EQ(said.during, 6U);
    EXPECT_DOUBLE_EQ(said.nap, 1);
    EXPECT_NEAR(said.p, 1 / 84.0, 1e-12);
    auto const words = in_words(said, Direction::high_is_good, "Sam");
    EXPECT_EQ(
        words,
        "Sam’s weekly ratings are higher than before: in 100 of 100 pairs of a week before the first session "
        "and a week from it on, the later one was better; by chance alone that would happen about 1 time in "
        "84. In none of the 6 weeks rated from then on was a session held."
    );
}

TEST_F(WeeksOfRatings, with_two_before_the_programme_are_described_and_no_chance_is_named) {
    support.began_on = first + 14;
    rates_all({1, 1, 2, 2, 3, 3, 4, 4});
    EXPECT_EQ(weeks().verdict, Verdict::described);
    EXPECT_EQ(weeks().untested, Untested::few_ratings);
    auto const words = in_words(weeks(), Direction::high_is_good, "Sam");
    EXPECT_EQ(words.find("chance"), std::string::npos);
    EXPECT_NE(words.find("In 100 of 100 pairs"), std::string::npos);
}

// With three before and two during the best result is 1 in 10.
TEST_F(WeeksOfRatings, are_not_tested_where_the_best_result_would_not_be_rare) {
    rates_all({1, 1, 1, 4, 4});
    EXPECT_EQ(weeks().untested, Untested::few_ratings);
}

TEST_F(WeeksOfRatings, without_any_before_the_programme_say_that_change_cannot_be_attributed) {
    support.began_on = first;
    rates_all({1, 2, 3, 4});
    EXPECT_EQ(weeks().verdict, Verdict::no_baseline);
    EXPECT_EQ(
        in_words(weeks(), Direction::high_is_good, "Sam"),
        "No ratings from before the programme, so change over the weeks cannot be attributed to it."
    );
}

TEST_F(WeeksOfRatings, of_two_people_in_one_view_are_described_and_of_two_views_never_pooled) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    all.back().rater = another;
    EXPECT_EQ(view().raters, 2);
    EXPECT_EQ(weeks().untested, Untested::several_raters);
    rates(8, 0, Informant::nurture_assistant);
    auto const views = weekly_views(all, instruments);
    ASSERT_EQ(views.size(), 2U);
    EXPECT_EQ(views.front().series.front().ratings.size(), 9U);
    EXPECT_EQ(views.back().series.front().ratings.size(), 1U);
}

TEST_F(WeeksOfRatings, of_a_parent_are_described_for_nobody_knows_whether_one_person_answered) {
    for (int week = 0; week < 9; ++week) rates(week, week < 3 ? 1 : 3, Informant::parent);
    EXPECT_EQ(weeks().untested, Untested::unknown_who_answered);
    EXPECT_EQ(in_words(weeks(), Direction::high_is_good, "Sam").find("chance"), std::string::npos);
}

TEST_F(WeeksOfRatings, are_told_by_their_place_in_the_view_wherever_the_view_was_copied_to) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    EXPECT_FALSE(told(view(), 0, support).untested);
    EXPECT_EQ(told(view(), 1, support).untested, Untested::one_of_several);
}

TEST_F(WeeksOfRatings, of_one_strand_among_several_are_described_alone_so_that_one_claim_is_made) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    auto const seen = view();
    for (std::size_t at = 1; at < seen.series.size(); ++at)
        EXPECT_EQ(told(seen, at, support).untested, Untested::one_of_several);
}

TEST_F(WeeksOfRatings, that_only_rose_a_little_may_be_chance_and_are_not_called_no_progress) {
    rates_all({2, 3, 2, 3, 2, 3, 2, 3, 3});
    EXPECT_EQ(weeks().verdict, Verdict::may_be_chance);
    auto const words = in_words(weeks(), Direction::high_is_good, "Sam");
    EXPECT_NE(words.find("cannot be told"), std::string::npos);
    EXPECT_EQ(words.find("no progress"), std::string::npos);
}

TEST_F(WeeksOfRatings, of_a_child_always_rated_alike_say_that_equal_ones_were_counted_half) {
    rates_all({2, 2, 2, 2, 2, 2, 2, 2, 2});
    EXPECT_EQ(
        in_words(weeks(), Direction::high_is_good, "Sam"),
        "Whether Sam’s weekly ratings are higher than before cannot be told: in 50 of 100 pairs of a week "
        "before the first session and a week from it on, the later one was better, equal ones counted half; "
        "chance "
        "alone would bring as much more often than not. In none of the 6 weeks rated from then "
        "on was a session held."
    );
    EXPECT_TRUE(in_short(weeks()).ends_with("the later one was better, equal ones counted half."));
}

// The programme begins, and then its sessions are put off.
TEST_F(WeeksOfRatings, say_how_many_of_them_had_a_session_and_count_no_other_as_one) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    support.sessions_on = {first + 21, first + 30};
    EXPECT_EQ(weeks().with_session, 2U);
    EXPECT_TRUE(in_words(weeks(), Direction::high_is_good, "Sam")
                    .ends_with(" Of the 6 weeks rated from then on, 2 had a session, and 4 had none."));
    for (int week = 3; week < 9; ++week) support.sessions_on.push_back(first + 7 * week + 4);
    EXPECT_EQ(weeks().with_session, 6U) << "a week with two counts once";
    EXPECT_TRUE(in_words(weeks(), Direction::high_is_good, "Sam")
                    .ends_with(" In all 6 weeks rated from then on a session was held."));
}

// Nobody asked beforehand whether they would fall, so two of the 84 ways count: this one, and its mirror.
TEST_F(WeeksOfRatings, that_fell_are_lower_than_before_with_the_chance_of_either_way) {
    rates_all({4, 4, 4, 3, 3, 3, 1, 1, 1});
    auto const said = weeks();
    EXPECT_EQ(said.verdict, Verdict::beyond_chance);
    EXPECT_NEAR(said.p, 2 / 84.0, 1e-12);
    EXPECT_EQ(
        in_words(said, Direction::high_is_good, "Sam"),
        "Sam’s weekly ratings are lower than before: in 100 of 100 pairs of a week before the first session "
        "and a week from it on, the later one was worse; by chance alone they would lie as far apart, better "
        "or worse, about 1 time in 42. "
        "In none of the 6 weeks rated from then on was a session held."
    );
    for (auto& section : instruments.at(by).instrument.sections) section.direction = Direction::low_is_good;
    all.clear();
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    EXPECT_NE(
        in_words(weeks(), Direction::low_is_good, "Sam").find("are higher than before: in 100 of 100 pairs"),
        std::string::npos
    );
}

TEST_F(WeeksOfRatings, leave_out_what_was_taken_back_and_what_came_after_support) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    all.front().taken_back_at = Instant{9};
    support.ended_on = first + 49;
    EXPECT_EQ(weeks().before, 2U);
    EXPECT_EQ(weeks().during, 5U);
}

TEST_F(WeeksOfRatings, leave_out_a_week_of_two_ratings_until_one_of_them_is_agreed_to) {
    rates_all({1, 1, 1, 2, 2, 3, 3, 4, 4});
    auto second = all.front();
    second.id = assessments::AssessmentId::make(Instant{99});
    second.beside = all.front().id;
    all.push_back(second);
    EXPECT_EQ(weeks().before, 2U);
    all.back().agreed_at = Instant{9};
    EXPECT_EQ(weeks().before, 3U);
}

TEST_F(WeeksOfRatings, while_the_child_waits_are_counted_and_nothing_is_concluded) {
    support = {};
    rates_all({1, 2});
    EXPECT_EQ(weeks().verdict, Verdict::waiting);
    EXPECT_EQ(
        in_words(weeks(), Direction::high_is_good, "Sam"),
        "2 ratings from before the programme so far. Those made during it will be held against these."
    );
}

TEST_F(WeeksOfRatings, by_which_less_is_better_are_called_lower) {
    for (auto& section : instruments.at(by).instrument.sections) section.direction = Direction::low_is_good;
    rates_all({4, 4, 4, 2, 2, 1, 1, 0, 0});
    EXPECT_EQ(weeks().verdict, Verdict::beyond_chance);
    EXPECT_NE(
        in_words(weeks(), Direction::low_is_good, "Sam").find("are lower than before: "), std::string::npos
    );
}

}  // namespace
}  // namespace change
