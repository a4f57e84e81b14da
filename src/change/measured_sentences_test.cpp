#include "change/measured_sentences.hpp"

#include <gtest/gtest.h>

namespace change {
namespace {

TEST(WordsOfChange, claim_no_effect_and_never_speak_of_no_progress) {
    for (auto const& sentence : what_change_does_not_say("Sam")) {
        EXPECT_EQ(sentence.find("because of"), std::string::npos);
        EXPECT_EQ(sentence.find("no progress"), std::string::npos);
    }
    EXPECT_EQ(signed_points(1.04), "+1");
    EXPECT_EQ(signed_points(-0.04), "0");
    EXPECT_EQ(signed_points(-2.25), "−2.3");
}

TEST(WordsOfChange, say_that_only_the_better_end_cannot_improve_and_that_one_in_twenty_is_chance) {
    std::string all;
    for (auto const& sentence : what_change_does_not_say("Sam")) all += sentence + "\n";
    EXPECT_NE(all.find("near the better end of its scale cannot improve"), std::string::npos);
    EXPECT_EQ(all.find("cannot move"), std::string::npos);
    EXPECT_NE(all.find("about 1 in 20 lies beyond the wobble by chance"), std::string::npos);
}

}  // namespace
}  // namespace change
