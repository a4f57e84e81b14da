// Who of a list of staff works here already.
#include "exchange/staff_rules.hpp"

#include <gtest/gtest.h>

#include "exchange/import.hpp"

namespace exchange {
namespace {

using visits::Role;
using visits::StaffId;

constexpr Date today{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};

StaffId id(int number) {
    return *StaffId::parse("00000000-0000-0000-0000-00000000000" + std::to_string(number));
}

staff::Person known(int number, std::string const& name, std::string const& address = {}) {
    return {.id = id(number), .name = name, .address = address, .account = {}, .left_on = {}};
}

staff::RoleHeld holds(int number, Role role) {
    return {
        .id = {},
        .staff = id(number),
        .role = role,
        .class_id = {},
        .class_name = {},
        .starts_on = today,
        .ends_on = {}};
}

PersonInFile row(
    int number, std::string const& name, std::string const& address = {}, std::optional<Role> role = {}
) {
    return {.row = number, .name = name, .address = address, .role = role, .class_name = {}};
}

StaffPlan plan(
    std::vector<PersonInFile> const& file,
    std::vector<staff::Person> const& people,
    std::vector<staff::RoleHeld> const& roles = {},
    StaffDecisions const& decisions = {}
) {
    return plan_of(file, {.people = people, .roles = roles, .classes = {}, .today = today}, decisions);
}

TEST(StaffOfAFile, are_known_by_their_address_without_a_question) {
    auto const made =
        plan({row(2, "B. Cox", "ben@example.org", Role::senco)}, {known(1, "Ben Cox", "ben@example.org")});
    EXPECT_TRUE(made.doubts.empty());
    ASSERT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(made.changed.front().before->id, id(1));
}

TEST(StaffOfAFile, are_asked_about_where_nothing_but_the_name_is_the_same_and_something_would_change) {
    auto const of_no_class = row(2, "Ben Cox", {}, Role::class_teacher);  // a fault, so nothing would change
    for (auto const& one :
         {row(2, "Ben Cox", "ben@example.org"), row(2, "ben cox", {}, Role::senco), of_no_class}) {
        auto const made = plan({one}, {known(1, "Ben Cox"), known(2, "Ivy Dean")});
        ASSERT_EQ(made.doubts.size(), 1U);
        ASSERT_EQ(made.doubts.front().candidates.size(), 1U);
        EXPECT_EQ(made.doubts.front().candidates.front().person.id, id(1));
        EXPECT_TRUE(made.changes_nothing()) << "until somebody says who is meant";
    }
}

TEST(StaffOfAFile, are_not_asked_about_again_where_the_same_file_changes_nothing) {
    auto const made = plan(
        {row(2, "Ben Cox"), row(3, "Ivy Dean", {}, Role::senco)},
        {known(1, "Ben Cox", "ben@example.org"), known(2, "Ivy Dean"), known(3, "Ivy Dean")},
        {holds(3, Role::senco)}
    );
    EXPECT_TRUE(made.doubts.empty());
    EXPECT_EQ(made.unchanged, 2U);
}

TEST(StaffOfAFile, whose_address_is_another_are_another) {
    auto const made =
        plan({row(2, "Ben Cox", "b.cox@example.org")}, {known(1, "Ben Cox", "ben@example.org")});
    EXPECT_TRUE(made.doubts.empty());
    EXPECT_EQ(made.added.size(), 1U);
}

TEST(StaffOfAFile, are_who_a_person_says_or_somebody_new) {
    std::vector const people{known(1, "Ben Cox"), known(2, "Ben Cox")};
    std::vector const file{row(2, "Ben Cox", {}, Role::senco)};
    auto const second = plan(file, people, {}, {{2, id(2)}});
    ASSERT_EQ(second.changed.size(), 1U);
    EXPECT_EQ(second.changed.front().before->id, id(2));
    EXPECT_EQ(plan(file, people, {}, {{2, std::nullopt}}).added.size(), 1U);
    auto const had_it_meanwhile = plan(file, people, {holds(1, Role::senco)}, {{2, id(2)}});
    ASSERT_EQ(had_it_meanwhile.changed.size(), 1U);
    EXPECT_EQ(had_it_meanwhile.changed.front().before->id, id(2));
    EXPECT_EQ(plan(file, people, {}, {{2, id(3)}}).doubts.size(), 1U) << "who is not of this name";
}

TEST(StaffOfAFile, who_stand_in_two_rows_give_nobody_two_addresses) {
    auto const made = plan(
        {row(2, "Ben Cox", "ben@example.org"), row(3, "Ben Cox", "b.cox@example.org")},
        {known(1, "Ben Cox")},
        {},
        {{2, id(1)}}
    );
    EXPECT_TRUE(made.doubts.empty());
    EXPECT_EQ(made.changed.size(), 1U);
    EXPECT_EQ(made.added.size(), 1U);
}

TEST(StaffOfAFile, who_are_asked_about_are_shown_with_the_roles_that_they_hold_today) {
    auto ended = holds(1, Role::administrator);
    ended.ends_on = today - 1;
    auto const made = plan(
        {row(2, "Ben Cox", {}, Role::senco)}, {known(1, "Ben Cox")}, {ended, holds(1, Role::support_staff)}
    );
    ASSERT_EQ(made.doubts.size(), 1U);
    auto const& roles = made.doubts.front().candidates.front().roles;
    ASSERT_EQ(roles.size(), 1U);
    EXPECT_EQ(roles.front().role, Role::support_staff);
}

TEST(AnswersGiven, come_back_as_they_were_kept) {
    AnswersGiven const answers{
        .dates = DateOrder::day_first,
        .doubts = {{2, std::nullopt}},
        .of_school = "7",
        .staff_doubts = {{2, id(1)}, {4, std::nullopt}}};
    EXPECT_EQ(answers_from(as_text(answers)), answers);
}

}  // namespace
}  // namespace exchange
