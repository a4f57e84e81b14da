#include "sessions/forms.hpp"

#include <gtest/gtest.h>

namespace sessions {
namespace {

programmes::Target target(std::int64_t at, std::string const& words) {
    programmes::Target target;
    target.id = TargetId::make({at});
    target.area_name = "Anger";
    target.words = words;
    return target;
}

std::vector const targets{target(1, "I can join in"), target(2, "I can say stop")};

TEST(RegisterForm, names_who_left_while_it_was_open_and_nobody_whom_it_asked_nothing_of) {
    auto const place = [](std::int64_t at) { return PlaceId::make({at}); };
    auto const still_there = place(1), left = place(2), left_without_consent = place(3),
               left_unstarted = place(4);
    auto const today = *calendar::parse_iso("2026-05-12");
    Fields fields;
    fields.add(listed_field(still_there), "yes");
    fields.add("everyone", "here");
    fields.add("held_on", "2026-05-12");
    fields.add(register_field(left), "here");
    fields.add(register_field(left_without_consent), "no_consent");
    fields.add(register_field(left_unstarted), "not_started");
    auto const entered = forms::the_register(fields, {{still_there, "Sam Okafor", "Sam"}}, today - 7, today);
    ASSERT_TRUE(entered);
    EXPECT_EQ(entered->named, (std::set{still_there, left}));
}

TEST(EvaluationForm, asks_for_a_number_or_that_it_was_not_seen) {
    Fields fields;
    fields.add("attended", "yes");
    fields.add(rating_field(targets[0].id), "7");
    auto const without = forms::evaluation(fields, targets);
    ASSERT_FALSE(without);
    ASSERT_EQ(without.error().size(), 1U);
    EXPECT_EQ(
        without.error().front().message,
        "Choose a number from 0 to 10 for Anger, “I can say stop”, or that it was not seen today"
    );
    fields.add(rating_field(targets[1].id), "not_seen");
    auto const entered = forms::evaluation(fields, targets);
    ASSERT_TRUE(entered);
    EXPECT_EQ(entered->ratings, (std::vector<Rating>{{targets[0].id, 7}, {targets[1].id, std::nullopt}}));
}

// A card that is opened again to be corrected.
TEST(EvaluationForm, is_filled_in_with_what_was_chosen) {
    Evaluation evaluation;
    evaluation.ratings = {{targets[0].id, 0}, {targets[1].id, std::nullopt}};
    auto const entered = forms::evaluation(forms::typed(evaluation), targets);
    ASSERT_TRUE(entered);
    EXPECT_EQ(entered->ratings, evaluation.ratings);
}

// N3: a door that nobody touched is closed; a child who was asked before there was one was told that it is
// open.
TEST(EvaluationForm, is_filled_in_with_what_the_child_said_and_for_whom) {
    auto const door_after = [](std::optional<VoiceFor> said_for) {
        Evaluation evaluation;
        evaluation.voice = {Feeling::good, "It was loud", said_for};
        auto const entered = forms::evaluation(forms::typed(evaluation), {});
        EXPECT_EQ(entered->voice.feeling, Feeling::good);
        EXPECT_EQ(entered->voice.own_words, "It was loud");
        return entered->voice.said_for;
    };
    EXPECT_EQ(door_after(VoiceFor::only_here), VoiceFor::only_here);
    EXPECT_EQ(door_after(VoiceFor::helpers), VoiceFor::helpers);
    EXPECT_EQ(door_after(std::nullopt), VoiceFor::helpers);
    EXPECT_TRUE(forms::typed(Evaluation{}).holds("may_see", "no"));
}

}  // namespace
}  // namespace sessions
