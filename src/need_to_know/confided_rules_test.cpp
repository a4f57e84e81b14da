#include "need_to_know/confided_rules.hpp"

#include <gtest/gtest.h>

#include <array>

#include "need_to_know/rules.hpp"

namespace need_to_know {
namespace {

auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
auto const someone_else = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
constexpr Instant noon{1'778'587'200'000};

// Of somebody who delivers the child's programme themselves, is their SENCo, overrides for safeguarding, sees
// the headline alone, or is the SENCo whom the child lets know what was said.
enum class Tie { deliverer, senco, overrides, headteacher, told };
constexpr std::array ties{Tie::deliverer, Tie::senco, Tie::overrides, Tie::headteacher, Tie::told};

visits::Role role_of(Tie tie) {
    if (tie == Tie::deliverer) return visits::Role::nurture_assistant;
    return tie == Tie::headteacher ? visits::Role::headteacher : visits::Role::senco;
}

Access access_by(Tie tie) {
    Child child;
    child.pupil.forename = "Sam";
    child.now = noon;
    visits::Who who{.staff = me, .account = {}, .name = "A person", .roles = {}};
    if (tie == Tie::deliverer) child.deliverers = {me};
    who.roles = {{role_of(tie), {}, {}}};
    if (tie == Tie::overrides)
        child.shares = {
            {.by = By::safeguarding,
             .zone = Zone::confidence,
             .staff = me,
             .role = {},
             .open = true,
             .until_on = {},
             .until_at = noon + 1 * hours}};
    if (tie == Tie::told)
        child.shares = {
            {.by = By::child, .zone = Zone::confidence, .staff = {}, .role = visits::Role::senco}};
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
                bool const theirs =
                    tie == Tie::overrides || tie == Tie::told || (tie == Tie::deliverer && deliverer == me);
                bool const proven = ago < 8 * hours;
                auto const found = confided_in(access, deliverer, noon - ago, noon);
                EXPECT_EQ(found == Confided::not_theirs, !theirs);
                EXPECT_EQ(found == Confided::shown, theirs && proven);
            }
}

constexpr std::array said_for_all{
    std::optional<VoiceFor>(), std::optional(VoiceFor::only_here), std::optional(VoiceFor::helpers)};

TEST(TheChildsVoice, is_shared_where_the_child_says_so_and_where_they_were_told_so) {
    EXPECT_FALSE(is_shared(VoiceFor::only_here));
    EXPECT_TRUE(is_shared(VoiceFor::helpers));
    EXPECT_TRUE(is_shared(std::nullopt)) << "asked before there was a choice";
}

// Over who reads, whose session it was, for whom the child said it and how old the proof is; stated by who
// may read, and not by the order in which the rule asks.
TEST(TheChildsVoice, stays_with_who_delivers_unless_the_child_lets_those_who_help_see_it) {
    int seen_by_the_senco = 0;
    for (auto const tie : ties)
        for (auto const& deliverer : {me, someone_else})
            for (auto const said_for : said_for_all)
                for (std::int64_t const ago : {0 * hours, 7 * hours, 8 * hours, 900 * hours}) {
                    auto const found = voice_in(access_by(tie), deliverer, said_for, noon - ago, noon);
                    bool const kept = said_for == VoiceFor::only_here;
                    bool const confidant =
                        tie == Tie::overrides || (tie == Tie::deliverer && deliverer == me);
                    bool const helps = tie != Tie::headteacher;
                    auto const expected = !kept && helps    ? Confided::shown
                                          : !confidant      ? Confided::not_theirs
                                          : ago < 8 * hours ? Confided::shown
                                                            : Confided::after_a_proof;
                    EXPECT_EQ(found, expected);
                    if (tie == Tie::senco && found == Confided::shown) ++seen_by_the_senco;
                }
    EXPECT_EQ(seen_by_the_senco, 2 * 2 * 4) << "what is shared, of any session, without a proof";
}

// The child's word on one session outweighs what they agreed to of what is said.
TEST(TheChildsVoice, that_was_kept_at_a_session_opens_by_no_agreement) {
    auto const told = access_by(Tie::told);
    for (auto const& deliverer : {me, someone_else}) {
        EXPECT_EQ(confided_in(told, deliverer, noon, noon), Confided::shown);
        EXPECT_EQ(voice_in(told, deliverer, VoiceFor::only_here, noon, noon), Confided::not_theirs);
        EXPECT_EQ(voice_in(told, deliverer, VoiceFor::helpers, noon, noon), Confided::shown);
    }
    auto const overriding = access_by(Tie::overrides);
    EXPECT_EQ(voice_in(overriding, someone_else, VoiceFor::only_here, noon, noon), Confided::shown);
}

}  // namespace
}  // namespace need_to_know
