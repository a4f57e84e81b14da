#include "need_to_know/confided_rules.hpp"

#include <gtest/gtest.h>

#include <array>

#include "need_to_know/rules.hpp"

namespace need_to_know {
namespace {

auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
auto const someone_else = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
constexpr Instant noon{1'778'587'200'000};

// Of somebody who delivers the child's programme themselves, is their SENCo, or overrides for safeguarding.
enum class Tie { deliverer, senco, overrides };
constexpr std::array ties{Tie::deliverer, Tie::senco, Tie::overrides};

Access access_by(Tie tie) {
    Child child;
    child.pupil.forename = "Sam";
    child.now = noon;
    visits::Who who{.staff = me, .account = {}, .name = "A person", .roles = {}};
    if (tie == Tie::deliverer) child.deliverers = {me};
    who.roles = {{tie == Tie::deliverer ? visits::Role::nurture_assistant : visits::Role::senco, {}, {}}};
    if (tie == Tie::overrides)
        child.shares = {
            {.by = By::safeguarding,
             .zone = Zone::confidence,
             .staff = me,
             .role = {},
             .open = true,
             .until_on = {},
             .until_at = noon + 1 * hours}};
    return access_of(who, child).value();
}

TEST(WhatWasConfided, is_shown_on_the_day_on_which_its_reader_showed_who_they_are) {
    auto const mine = access_by(Tie::deliverer);
    EXPECT_EQ(confided_in(mine, me, noon, noon), Confided::shown);
    EXPECT_EQ(confided_in(mine, me, noon - 8 * hours + 1, noon), Confided::shown);
    EXPECT_EQ(confided_in(mine, me, noon - 8 * hours, noon), Confided::after_a_proof);
}

TEST(WhatWasConfided, waits_for_a_proof_where_there_never_was_one) {
    EXPECT_EQ(confided_in(access_by(Tie::deliverer), me, Instant{}, noon), Confided::after_a_proof);
    EXPECT_EQ(confided_in(access_by(Tie::overrides), someone_else, Instant{}, noon), Confided::after_a_proof);
}

// Stated the other way round: no proof opens what is not theirs, and an old one hides nothing else.
TEST(WhatWasConfided, is_opened_by_no_proof_to_whom_it_is_not_open_anyway) {
    for (auto const tie : ties)
        for (auto const& deliverer : {me, someone_else})
            for (std::int64_t const ago :
                 {0 * hours, 1 * hours, 7 * hours, 8 * hours, 9 * hours, 900 * hours}) {
                auto const access = access_by(tie);
                bool const theirs = tie == Tie::overrides || (tie == Tie::deliverer && deliverer == me);
                bool const proven = ago < 8 * hours;
                auto const found = confided_in(access, deliverer, noon - ago, noon);
                EXPECT_EQ(found == Confided::not_theirs, !theirs);
                EXPECT_EQ(found == Confided::shown, theirs && proven);
            }
}

}  // namespace
}  // namespace need_to_know
