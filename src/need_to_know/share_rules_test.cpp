#include "need_to_know/share_rules.hpp"

#include <gtest/gtest.h>

#include "need_to_know/somebody_near_sam_test.hpp"

namespace need_to_know {
namespace {

TEST(Access, of_a_share_ends_with_its_day_and_of_an_opening_with_its_hour) {
    auto const today = *calendar::parse_iso("2026-05-12");
    auto const helper = holding({{Role::support_staff, {}, ""}});
    auto child = sam();
    child.today = today;
    child.now = Instant{1'000};
    child.shares = {
        {.by = By::senco, .zone = Zone::progress, .staff = me, .role = {}, .open = true, .until_on = today}};
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::progress));
    EXPECT_EQ(
        access_of(helper, child)->reason(),
        "You see this because the SENCo shares it with you until Tuesday 12 May."
    );
    child.today = today + 1;
    EXPECT_FALSE(access_of(helper, child));

    child.shares = {{.by = By::safeguarding, .zone = Zone::confidence, .staff = me, .role = {}}};
    child.shares.front().until_at = Instant{1'001};
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::confidence));
    child.now = Instant{1'001};
    EXPECT_FALSE(access_of(helper, child));
}

TEST(Access, by_a_childs_yes_to_the_headteacher_waits_for_the_reason_all_the_same) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.now = Instant{1};
    child.shares = {{.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher}};
    auto const head = holding({{Role::headteacher, {}, ""}});
    EXPECT_FALSE(access_of(head, child)->sees(Zone::progress));
    child.shares.push_back({.by = By::reason, .zone = Zone::progress, .staff = me, .role = {}});
    EXPECT_TRUE(access_of(head, child)->sees(Zone::progress));
}

TEST(Access, by_a_childs_word_for_the_class_teacher_is_for_who_teaches_the_child_today) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.shares = {{.by = By::child, .zone = Zone::confidence, .staff = {}, .role = Role::class_teacher}};
    EXPECT_TRUE(access_of(holding({{Role::class_teacher, class_4b, "4B"}}), child)->sees(Zone::confidence));
    EXPECT_FALSE(access_of(holding({{Role::class_teacher, class_5a, "5A"}}), child));
    child.pupil.class_id = class_5a;
    child.pupil.class_name = "5A";
    EXPECT_EQ(
        access_of(holding({{Role::class_teacher, class_5a, "5A"}}), child)->reason(),
        "You see this because you teach 5A. Sam agreed that you may know what was said."
    );
}

}  // namespace
}  // namespace need_to_know
