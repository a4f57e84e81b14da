#include "agencies/rules.hpp"

#include <gtest/gtest.h>

namespace agencies {
namespace {

constexpr Date today{std::chrono::year{2026} / 5 / 12};
std::string const names = "Samuel O’Brien-Hope Sam ";

AdviceInput asked(std::string const& words) {
    AdviceInput said;
    said.agency = "Educational Psychology";
    said.asked_on = today;
    said.asked = words;
    return said;
}

std::string named(std::string const& words) {
    auto const found = names_of_the_child(asked(words), names);
    return found.empty() ? "" : found[0].field + ": " + found[0].words;
}

TEST(Advice, names_no_child_however_the_name_is_written) {
    EXPECT_EQ(named("How can Sam settle?"), "asked: Sam");
    EXPECT_EQ(named("SAM’s mornings, and sam's too"), "asked: SAM, sam");
    EXPECT_EQ(named("Samuel (O'Brien-Hope)"), "asked: Samuel, O'Brien-Hope");
    EXPECT_EQ(named("How can the pupil settle?"), "");
    EXPECT_EQ(named("The same sample"), "") << "a word of its own alone";
}

TEST(Advice, may_hold_a_name_that_is_a_word_where_it_is_written_as_one) {
    std::string const may = "May Will";
    EXPECT_TRUE(names_of_the_child(asked("The pupil may need time and will tell"), may).empty());
    EXPECT_FALSE(names_of_the_child(asked("What helps May?"), may).empty());
}

TEST(Advice, is_named_where_the_senco_says_that_sharing_is_agreed_with_the_reason) {
    auto said = asked("How can Sam settle?");
    EXPECT_EQ(objection_to(said, names, true, today), Refusal::names_the_child);
    said.shares_the_name = true;
    EXPECT_EQ(objection_to(said, names, true, today), Refusal::reason_missing);
    said.sharing_reason = "Both parents agreed on 4 May";
    EXPECT_EQ(objection_to(said, names, true, today), std::nullopt);
    EXPECT_EQ(objection_to(said, names, false, today), Refusal::not_yours_to_share);
}

TEST(Advice, is_of_a_day_that_has_come) {
    EXPECT_EQ(objection_to(asked("What helps?"), names, false, today), std::nullopt);
    EXPECT_EQ(objection_to(asked("What helps?"), names, false, today - 1), Refusal::asked_in_the_future);
}

}  // namespace
}  // namespace agencies
