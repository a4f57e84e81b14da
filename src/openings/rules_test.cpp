#include "openings/rules.hpp"

#include <gtest/gtest.h>

#include "need_to_know/rules.hpp"

namespace openings {
namespace {

using visits::Role;

auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");

visits::Who holding(Role role) {
    return {.staff = me, .account = {}, .name = {}, .roles = {{role, std::nullopt, ""}}};
}

TEST(Opening, is_the_headteachers_who_sees_the_headline_alone) {
    need_to_know::Child child;
    for (auto const role : all_of<Role>()) {
        auto const who = holding(role);
        EXPECT_EQ(may_open(who, need_to_know::access_of(who, child)), role == Role::headteacher)
            << word(role);
    }
    child.shares = {
        {.by = need_to_know::By::reason, .zone = need_to_know::Zone::progress, .staff = me, .role = {}}};
    auto const head = holding(Role::headteacher);
    EXPECT_FALSE(may_open(head, need_to_know::access_of(head, child))) << "it is open already";
    child.family = {me};
    EXPECT_FALSE(may_open(head, need_to_know::access_of(head, child))) << "their own child";
}

// Every set of leads, headteachers and SENCos of whom the one who overrides may be each.
TEST(AnOverride, tells_every_lead_but_who_overrides_or_else_the_headteacher_or_else_the_senco) {
    auto const person = [](int number) {
        return *StaffId::parse("0190b6e0-0000-7000-8000-00000000000" + std::to_string(number));
    };
    std::vector<Answerable> const all{
        {person(1), "a@alder.example", Role::safeguarding_lead},
        {person(2), "b@alder.example", Role::safeguarding_lead},
        {person(2), "b@alder.example", Role::headteacher},
        {person(3), "c@alder.example", Role::headteacher},
        {person(4), "d@alder.example", Role::senco}};
    for (unsigned there = 0; there < 32; ++there)
        for (int by = 1; by <= 5; ++by) {
            std::vector<Answerable> people;
            for (std::size_t i = 0; i < all.size(); ++i)
                if ((there & (1U << i)) != 0) people.push_back(all[i]);
            std::optional<Role> first;
            for (auto const role : {Role::senco, Role::headteacher, Role::safeguarding_lead})
                for (auto const& one : people)
                    if (one.role == role && one.staff != person(by)) first = role;
            auto const told = whom_to_tell(people, person(by), {});
            EXPECT_EQ(told.empty(), !first.has_value());
            for (auto const& one : told) {
                EXPECT_EQ(one.role, *first);
                EXPECT_NE(one.staff, person(by));
            }
        }
}

TEST(AnOverride, tells_nobody_who_is_the_childs_family) {
    auto const person = [](int number) {
        return *StaffId::parse("0190b6e0-0000-7000-8000-00000000000" + std::to_string(number));
    };
    std::vector<Answerable> const people{
        {person(1), "a@alder.example", Role::safeguarding_lead},
        {person(2), "b@alder.example", Role::headteacher}};
    auto const told = whom_to_tell(people, person(9), {person(1)});
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().staff, person(2));
    EXPECT_TRUE(whom_to_tell(people, person(9), {person(1), person(2)}).empty());
}

TEST(Overrides, are_read_by_who_answers_for_safeguarding) {
    for (auto const role : all_of<Role>())
        EXPECT_EQ(
            reads_overrides(holding(role)), role == Role::safeguarding_lead || role == Role::headteacher
        );
}

}  // namespace
}  // namespace openings
