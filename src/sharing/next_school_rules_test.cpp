#include "sharing/next_school_rules.hpp"

#include <gtest/gtest.h>

namespace sharing {
namespace {

NextSchoolWord word_of(bool views, bool confided, bool understands) {
    NextSchoolWord word;
    word.views = views;
    word.confided = confided;
    word.understands = understands;
    return word;
}

std::vector<NextSchoolWord> every_word() {
    std::vector<NextSchoolWord> all;
    for (bool const views : {false, true})
        for (bool const confided : {false, true})
            for (bool const understands : {false, true}) all.push_back(word_of(views, confided, understands));
    return all;
}

TEST(TheNextSchool, is_told_nothing_of_a_childs_own_words_before_the_child_was_asked) {
    for (auto const own : all_of<OwnWords>()) EXPECT_FALSE(may_go(own, {})) << word(own);
}

TEST(TheNextSchool, is_told_what_the_child_who_understands_said_last) {
    for (auto const& last : every_word())
        for (auto const& before : every_word()) {
            std::vector const words{last, before};
            EXPECT_EQ(may_go(OwnWords::views, words), last.views && last.understands);
            EXPECT_EQ(may_go(OwnWords::confided, words), last.confided && last.understands);
        }
}

// The child reads it beside the door when they are asked again, however the adult judged.
TEST(TheNextSchool, is_answered_as_the_child_said_whether_or_not_they_understood) {
    for (auto const& said : every_word()) {
        EXPECT_EQ(answered(OwnWords::views, said), said.views);
        EXPECT_EQ(answered(OwnWords::confided, said), said.confided);
    }
}

}  // namespace
}  // namespace sharing
