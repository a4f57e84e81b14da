#include "change/weeks_sentences.hpp"

#include <gtest/gtest.h>

namespace change {
namespace {

using assessments::Direction;

TEST(WordsOfWeeks, say_higher_than_before_and_never_what_caused_it) {
    Weeks const weeks{
        .verdict = Verdict::beyond_chance,
        .before = 3,
        .during = 6,
        .with_session = 6,
        .nap = 0.94,
        .p = 0.0143};
    auto const words = in_words(weeks, Direction::high_is_good, "Sam");
    EXPECT_EQ(
        words,
        "Sam’s weekly ratings are higher than before: in 94 of 100 pairs of a week before the first session "
        "and a week from it on, the later one was better; by chance alone that would happen about 1 time in "
        "70. "
        "In all 6 weeks rated from then on a session was held."
    );
    for (auto const& sentence : what_weeks_do_not_say("Sam"))
        EXPECT_EQ(sentence.find("because of"), std::string::npos);
}

TEST(WordsOfWeeks, call_nothing_chance_where_none_was_worked_out) {
    for (auto const untested : all_of<Untested>()) {
        Weeks const weeks{
            .verdict = Verdict::described, .before = 2, .during = 2, .nap = 0.5, .untested = untested};
        EXPECT_EQ(in_words(weeks, Direction::high_is_good, "Sam").find("chance"), std::string::npos);
        EXPECT_EQ(
            in_short(weeks),
            "In 50 of 100 pairs of a week before the first session and a week from it on, the later one was "
            "better."
        );
    }
}

TEST(WordsOfWeeks, of_a_chance_as_likely_as_not_name_no_one_time_in_one) {
    Weeks const weeks{.verdict = Verdict::may_be_chance, .before = 3, .during = 6, .nap = 0.5, .p = 0.83};
    auto const words = in_words(weeks, Direction::high_is_good, "Sam");
    EXPECT_NE(words.find("chance alone would bring as much more often than not"), std::string::npos);
}

}  // namespace
}  // namespace change
