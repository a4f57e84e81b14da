#include "need_to_know/contact_rules.hpp"

#include <gtest/gtest.h>

namespace need_to_know {
namespace {

using visits::Role;
using visits::Who;

auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
auto const someone_else = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
auto const class_4b = *ClassId::parse("0190b6e0-0000-7000-8000-00000000004b");
auto const class_5a = *ClassId::parse("0190b6e0-0000-7000-8000-00000000005a");

Child sam() {
    Child child;
    child.pupil.forename = "Sam";
    child.pupil.class_id = class_4b;
    child.pupil.class_name = "4B";
    child.family = {someone_else};
    return child;
}

// N7: the rule once more, a sentence for each depth.
struct Sees {
    bool names;
    bool all;
    bool with_orders;
};
Sees as_the_policy_says(Who const& who, bool teaches, bool family) {
    bool const asks_for_consent = who.holds(Role::senco);
    bool const keeps_the_roll = who.holds(Role::administrator);
    return {
        .names = !family && (teaches || keeps_the_roll || asks_for_consent),
        .all = !family && (keeps_the_roll || asks_for_consent),
        .with_orders = !family && asks_for_consent};
}

// Every set of roles, of either class, with every tie that opens a case, as family and not: none of these
// ties opens contacts.
TEST(ContactAccess, opens_to_each_person_what_the_policy_says_and_no_more) {
    for (unsigned roles = 0; roles < 256; ++roles)
        for (unsigned ties = 0; ties < 64; ++ties) {
            bool const of_4b = (ties & 1U) != 0;
            bool const family = (ties & 2U) != 0;
            auto child = sam();
            if (family) child.family.push_back(me);
            if ((ties & 4U) != 0) child.deliverers = {me};
            if ((ties & 8U) != 0) child.raised_by = {me};
            child.now = Instant{1};
            for (auto const by : {By::senco, By::safeguarding})
                if ((ties & (by == By::senco ? 16U : 32U)) != 0)
                    child.shares.push_back(
                        {.by = by,
                         .zone = Zone::confidence,
                         .staff = me,
                         .role = {},
                         .open = true,
                         .until_on = child.today,
                         .until_at = Instant{2}}
                    );
            Who who{.staff = me, .account = {}, .name = "A person", .roles = {}};
            bool teaches = false;
            for (auto const role : all_of<Role>()) {
                if ((roles & (1U << static_cast<unsigned>(role))) == 0) continue;
                bool const as_teacher = role == Role::class_teacher;
                who.roles.push_back(
                    {role, as_teacher ? std::optional(of_4b ? class_4b : class_5a) : std::nullopt, ""}
                );
                if (as_teacher) teaches = of_4b;
            }
            auto const expected = as_the_policy_says(who, teaches, family);
            auto const access = contact_access_of(who, child);
            ASSERT_EQ(access.has_value(), expected.names) << roles << ' ' << ties;
            if (!access) continue;
            ASSERT_TRUE(access->sees(Contacts::names));
            ASSERT_EQ(access->sees(Contacts::all), expected.all) << roles << ' ' << ties;
            ASSERT_EQ(access->may_change(), expected.all) << roles << ' ' << ties;
            ASSERT_EQ(access->sees(Contacts::with_orders), expected.with_orders) << roles << ' ' << ties;
            ASSERT_TRUE(access->reason().starts_with("You see this because you ")) << access->reason();
        }
}

TEST(ContactAccess, says_why) {
    auto const why = [](visits::HeldRole const& role) {
        return contact_access_of({.staff = me, .account = {}, .name = "", .roles = {role}}, sam())->reason();
    };
    EXPECT_EQ(why({Role::class_teacher, class_4b, "4B"}), "You see this because you teach 4B.");
    EXPECT_EQ(why({Role::administrator, {}, ""}), "You see this because you keep the school's contacts.");
    EXPECT_EQ(why({Role::senco, {}, ""}), "You see this because you are the SENCo.");
}

TEST(ContactAccess, is_nobodys_without_a_person) {
    EXPECT_FALSE(
        contact_access_of({.staff = {}, .account = {}, .name = "", .roles = {{Role::senco, {}, ""}}}, sam())
    );
}

}  // namespace
}  // namespace need_to_know
