#include "sign_in/second_way_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <functional>

#include "base/words.hpp"

namespace sign_in {
namespace {

using visits::Role;

Date const judged_on = calendar::parse_iso("2026-05-12").value();

using DayOfDemand = std::optional<Date>;
std::vector<DayOfDemand> days_of_demand() {
    return {std::nullopt, judged_on - 30, judged_on - 1, judged_on, judged_on + 1, judged_on + 30};
}

// Whoever has an app has a second way anywhere; a passkey is one where browsers give passkeys.
void with_all_ways(std::function<void(SecondWays const&, bool passkeys_work, bool has_one)> const& check) {
    for (bool const app : {false, true})
        for (std::size_t passkeys = 0; passkeys < 3; ++passkeys)
            for (bool const work : {false, true}) check({app, passkeys}, work, app || (passkeys > 0 && work));
}

TEST(ASecondWay, is_an_app_or_a_passkey_where_passkeys_work) {
    with_all_ways([](SecondWays const& ways, bool work, bool has_one) {
        EXPECT_EQ(has_second_way(ways, work), has_one) << ways.app << ways.passkeys << work;
    });
}

TEST(ASecondWay, that_is_demanded_is_asked_for_from_its_day_on_and_told_of_before) {
    for (auto const& day : days_of_demand()) {
        EXPECT_EQ(stands(day, true, judged_on), DemandStands::met) << "whoever has one is told of nothing";
        auto const said = stands(day, false, judged_on);
        if (!day)
            EXPECT_EQ(said, DemandStands::met);
        else
            EXPECT_EQ(said, *day > judged_on ? DemandStands::to_come : DemandStands::open);
    }
}

TEST(ASecondWay, holds_back_the_roles_that_demand_it_and_no_others_until_there_is_one) {
    for (auto const& of_senco : days_of_demand())
        for (auto const& of_teacher : days_of_demand())
            for (bool const has_one : {false, true}) {
                std::vector<RoleToday> const roles{
                    {{Role::senco, {}, ""}, of_senco}, {{Role::class_teacher, {}, "4B"}, of_teacher}};
                auto const found = apart(roles, has_one, judged_on);
                auto const waits = [&](DayOfDemand const& day) {
                    return !has_one && day && *day <= judged_on;
                };
                auto const holds = [](auto const& held, Role role) {
                    return std::ranges::count(held, role, &visits::HeldRole::role) == 1;
                };
                EXPECT_EQ(holds(found.held_back, Role::senco), waits(of_senco));
                EXPECT_EQ(holds(found.in_use, Role::senco), !waits(of_senco));
                EXPECT_EQ(holds(found.held_back, Role::class_teacher), waits(of_teacher));
                EXPECT_EQ(holds(found.in_use, Role::class_teacher), !waits(of_teacher));
                EXPECT_EQ(found.in_use.size() + found.held_back.size(), roles.size());
            }
}

TEST(ASecondWay, stays_where_none_that_works_would_be_left_of_what_is_demanded) {
    with_all_ways([](SecondWays const& ways, bool work, bool) {
        for (auto const way : {SecondWay::app, SecondWay::passkey})
            EXPECT_TRUE(may_take_away(way, ways, work, false));
        bool const passkey_works = work && ways.passkeys > 0;
        bool const another_passkey_works = work && ways.passkeys > 1;
        EXPECT_EQ(may_take_away(SecondWay::app, ways, work, true), passkey_works) << ways.app << work;
        EXPECT_EQ(may_take_away(SecondWay::passkey, ways, work, true), ways.app || another_passkey_works)
            << ways.app << ways.passkeys << work;
    });
}

TEST(ASecondWay, that_is_a_passkey_alone_makes_the_password_worth_nothing_alone_where_it_is_demanded) {
    with_all_ways([](SecondWays const& ways, bool work, bool has_one) {
        EXPECT_FALSE(has_to_use_passkey(ways, work, false));
        // Who has none comes in by the password, to add one; who has an app is asked for its code.
        EXPECT_EQ(has_to_use_passkey(ways, work, true), has_one && !ways.app);
    });
}

TEST(ASecondWay, is_demanded_of_the_roles_that_were_chosen_and_what_has_begun_keeps_its_day) {
    constexpr std::array roles{Role::senco, Role::governor};
    auto const wished_from = judged_on + 14;
    for (auto const& of_senco : days_of_demand())
        for (auto const& of_governor : days_of_demand())
            for (bool const wants_senco : {false, true})
                for (bool const wants_governor : {false, true}) {
                    std::array const stood{of_senco, of_governor};
                    std::array const wants{wants_senco, wants_governor};
                    std::vector<SecondWayDemand> before;
                    SecondWayWish wish{.roles = {}, .starts_on = wished_from};
                    for (std::size_t i = 0; i < roles.size(); ++i) {
                        if (stood[i]) before.push_back({roles[i], *stood[i]});
                        if (wants[i]) wish.roles.push_back(roles[i]);
                    }
                    auto const after = granted(before, wish, judged_on);
                    EXPECT_EQ(after.size(), wish.roles.size());
                    for (std::size_t i = 0; i < roles.size(); ++i) {
                        auto const found = std::ranges::find(after, roles[i], &SecondWayDemand::role);
                        ASSERT_EQ(found != after.end(), wants[i]);
                        if (!wants[i]) continue;
                        bool const has_begun = stood[i] && *stood[i] <= judged_on;
                        EXPECT_EQ(found->starts_on, has_begun ? *stood[i] : wished_from);
                    }
                    EXPECT_EQ(granted(after, wish, judged_on), after) << "the same wish changes nothing";
                }
}

}  // namespace
}  // namespace sign_in
