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

}  // namespace
}  // namespace change
