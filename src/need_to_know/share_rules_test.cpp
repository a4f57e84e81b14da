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

TEST(Access, by_a_door_for_a_circle_is_for_who_belongs_to_it_and_ends_with_the_doors_own_day) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    Share how_it_goes{.by = By::child, .zone = Zone::progress, .staff = {}, .role = {}};
    how_it_goes.circle = Circle::concern;
    auto what_was_said = how_it_goes;
    what_was_said.zone = Zone::confidence;
    what_was_said.until_on = child.today - 1;
    child.shares = {how_it_goes, what_was_said};
    auto const helper = holding({{Role::support_staff, {}, ""}});
    EXPECT_FALSE(access_of(helper, child)) << "somebody else raised the concern";
    child.raised_by.push_back(me);
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::progress));
    EXPECT_FALSE(access_of(helper, child)->sees(Zone::confidence)) << "that door's day is over";
    EXPECT_EQ(
        access_of(helper, child)->reason(),
        "You see this because Sam agreed that whoever raised a concern may."
    );
    child.shares.back().until_on = child.today;
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::confidence));
    EXPECT_FALSE(access_of(holding({}), child)->sees(Zone::progress)) << "who works here no more";
}

// Raising a concern is open to nearly everybody, so nobody joins the circle afterwards.
TEST(Access, by_a_circle_is_for_those_alone_who_belonged_to_it_as_the_child_said_so) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.raised_by.push_back(me);
    Share circle{.by = By::child, .zone = Zone::progress, .staff = someone_else, .role = {}};
    circle.circle = Circle::concern;
    child.shares = {circle};
    auto const helper = holding({{Role::support_staff, {}, ""}});
    EXPECT_FALSE(access_of(helper, child)->sees(Zone::progress));
    child.shares.front().staff = me;
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::progress));
}

TEST(Access, by_a_circle_stays_closed_to_the_headteacher_whose_door_was_closed) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.raised_by.push_back(me);
    Share circle{.by = By::child, .zone = Zone::progress, .staff = {}, .role = {}};
    circle.circle = Circle::concern;
    child.shares = {circle};
    auto const head = holding({{Role::headteacher, {}, ""}});
    EXPECT_TRUE(access_of(head, child)->sees(Zone::progress));
    child.shares.push_back(
        {.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher, .open = false}
    );
    EXPECT_FALSE(access_of(head, child)->sees(Zone::progress));
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

// Every role with every set of what may have been said or done about Sam.
TEST(AReason, opens_to_the_headteacher_what_nothing_opened_yet_and_no_door_that_was_closed) {
    for (auto const role : all_of<Role>())
        for (unsigned is = 0; is < 256; ++is) {
            Person person;
            person.who = holding({{role, {}, ""}});
            person.closed = (is & 1U) != 0;
            person.opened = (is & 2U) != 0;
            person.named = (is & 4U) != 0;
            person.agreed = (is & 8U) != 0;
            person.overrides = (is & 16U) != 0;
            person.family = (is & 32U) != 0;
            person.agreed_as_headteacher = (is & 64U) != 0;
            person.raised = person.agreed_concern = (is & 128U) != 0;
            auto child = sam();
            child.today = *calendar::parse_iso("2026-05-12");
            if (person.raised) child.raised_by.push_back(me);
            add_shares(person, child);
            child.shares.push_back(
                {.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::senco, .open = false}
            );
            bool const open_already =
                person.opened || person.named || person.agreed || person.overrides || person.agreed_concern;
            EXPECT_EQ(
                a_reason_would_open(person.who, child),
                role == Role::headteacher && !person.family && !person.closed && !open_already
            ) << word(role)
              << " " << is;
        }
}

}  // namespace
}  // namespace need_to_know
