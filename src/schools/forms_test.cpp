#include "schools/forms.hpp"

#include <gtest/gtest.h>

namespace {

Date const today = calendar::parse_iso("2026-05-12").value();

Fields version(std::string const& least, std::string const& most) {
    return Fields{
        {{"number", "1.4"},
         {"in_force_from_on", "1 9 2026"},
         {"group_least", least},
         {"group_most", most},
         {"weeks_least", "6"},
         {"weeks_most", "8"},
         {"impact_opens_weeks", "4"},
         {"impact_closes_weeks", "6"},
         {"consent_weeks", "52"}}};
}

TEST(PolicyForm, lets_no_version_take_a_seventh_child_into_a_group) {
    for (int const most : {5, 6}) {
        auto const taken = schools::forms::policy_version(version("3", std::to_string(most)), today);
        ASSERT_TRUE(taken);
        EXPECT_EQ(taken->group_most, most);
    }
    auto const refused = schools::forms::policy_version(version("4", "7"), today);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().at(0).field, "group_most");
    EXPECT_EQ(refused.error().at(0).message, "Enter a number from 1 to 6");
}

}  // namespace
