#include <gtest/gtest.h>

#include <set>
#include <string>

#include "visits/saving.hpp"

namespace visits {
namespace {

std::string led_to(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

http::Request asking_with(std::string_view saved) {
    http::Request request;
    request.query.add("saved", std::string(saved));
    return request;
}

TEST(Saved, each_has_a_word_of_its_own_and_a_sentence) {
    std::set<std::string_view> seen;
    for (auto const saved : all_of<Saved>()) {
        EXPECT_TRUE(seen.insert(word(saved)).second) << word(saved);
        EXPECT_TRUE(in_words(saved).ends_with('.')) << word(saved);
        EXPECT_EQ(just_saved(asking_with(word(saved))), saved);
    }
}

TEST(Saved, stands_in_the_address_behind_what_is_there_already) {
    EXPECT_EQ(led_to(saved("/school", Saved::school)), "/school?saved=school");
    EXPECT_EQ(led_to(saved("/strategies?area=1", Saved::strategies)), "/strategies?area=1&saved=strategies");
}

TEST(Saved, is_said_otherwise_at_the_same_place) {
    EXPECT_EQ(saying("/school?saved=school", Saved::policy), "/school?saved=policy");
    EXPECT_EQ(saying("/a?b=1&saved=school&c=2#d", Saved::policy), "/a?b=1&saved=policy&c=2#d");
    EXPECT_EQ(saying("/a?saved=school#d", Saved::policy), "/a?saved=policy#d");
    EXPECT_EQ(saying("/a?b=1#d", Saved::policy), "/a?b=1#d");
}

TEST(Saved, is_nothing_for_a_word_that_is_none_of_ours) {
    EXPECT_FALSE(just_saved(asking_with("everything")));
    EXPECT_FALSE(just_saved({}));
}

}  // namespace
}  // namespace visits
