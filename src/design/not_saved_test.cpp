#include "design/not_saved.hpp"

#include <gtest/gtest.h>

namespace design {
namespace {

bool holds(h::Node const& node, std::string_view part) {
    return node.markup().find(part) != std::string_view::npos;
}

TEST(NotSaved, shows_what_was_typed_under_the_name_of_its_field) {
    auto const notice = not_saved({{"Why", "It is better\nto wait"}, {"Agency", ""}});
    EXPECT_TRUE(holds(notice, "What you wrote is not saved"));
    EXPECT_TRUE(holds(notice, "It is better<br>to wait"));
    EXPECT_FALSE(holds(notice, "Agency")) << "nothing was typed there";
}

TEST(NotSaved, says_nothing_where_nothing_was_typed) {
    EXPECT_TRUE(not_saved({{"Why", ""}}).empty());
    EXPECT_TRUE(not_saved({}).empty());
}

TEST(NotSaved, shows_a_day_as_it_was_typed_in_one_field_or_in_three) {
    Fields const three({{"held_on-day", "32"}, {"held_on-month", "May"}, {"held_on-year", "2026"}});
    EXPECT_EQ(day_as_typed(three, "held_on"), "32/May/2026");
    EXPECT_EQ(day_as_typed(Fields{{{"held_on", "2026-05-12"}}}, "held_on"), "2026-05-12");
    EXPECT_EQ(day_as_typed(Fields(), "held_on"), "");
}

}  // namespace
}  // namespace design
