#include "referrals/list_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "need_to_know/named_test.hpp"

namespace referrals {
namespace {

// The order of the steps is the order of the groups: no stage stands in a group before that of an earlier
// one.
TEST(List, follows_the_steps_from_first_concern_to_start) {
    auto reached = Group::new_concerns;
    bool ended = false;
    for (auto const stage : all_of<cases::Stage>()) {
        auto const group = group_of(stage);
        if (!group) {
            ended = true;
            continue;
        }
        EXPECT_FALSE(ended) << word(stage) << " stands on the list after a stage that does not";
        EXPECT_GE(*group, reached) << word(stage);
        reached = *group;
    }
    EXPECT_EQ(reached, Group::to_start);
}

TEST(List, has_a_stage_for_every_group) {
    for (auto const group : all_of<Group>()) {
        auto const stages = all_of<cases::Stage>();
        EXPECT_TRUE(std::ranges::any_of(stages, [&](auto stage) { return group_of(stage) == group; }))
            << word(group);
    }
}

TEST(List, is_for_the_meeting_but_for_letters_and_consent_and_who_has_a_place) {
    for (auto const group : all_of<Group>())
        EXPECT_EQ(
            is_for_the_meeting(group),
            group != Group::letters && group != Group::consent && group != Group::to_start
        ) << word(group);
}

TEST(List, shows_what_is_oldest_first) {
    std::vector<ListLine> lines(3, ListLine{.child = need_to_know::named_to_the_senco({})});
    lines[0].days_since_concern = 3;
    lines[1].days_since_concern = 30;
    lines[2].days_since_concern = 12;
    order_by_age(lines);
    EXPECT_EQ(lines[0].days_since_concern, 30);
    EXPECT_EQ(lines[1].days_since_concern, 12);
    EXPECT_EQ(lines[2].days_since_concern, 3);
}

}  // namespace
}  // namespace referrals
