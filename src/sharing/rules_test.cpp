#include "sharing/rules.hpp"

#include <gtest/gtest.h>

namespace sharing {
namespace {

using need_to_know::Relationship;

auto const today = *calendar::parse_iso("2026-05-12");

AnswerTold answer(Zone zone, std::optional<Role> role, bool yes) {
    AnswerTold told;
    told.zone = zone;
    told.role = role;
    told.yes = yes;
    return told;
}

TEST(AskingTheChild, is_for_who_supports_them_and_for_the_senco) {
    for (auto const relationship : all_of<Relationship>())
        EXPECT_EQ(
            may_ask_the_child(relationship),
            relationship == Relationship::deliverer || relationship == Relationship::senco
        ) << word(relationship);
}

TEST(AnObjection, is_a_no_to_somebody_with_a_duty_of_how_it_goes) {
    for (auto const zone : {Zone::progress, Zone::confidence})
        for (bool const yes : {false, true})
            for (auto const role : {std::optional<Role>(), std::optional(Role::headteacher)})
                EXPECT_EQ(
                    answer(zone, role, yes).is_objection(), zone == Zone::progress && role.has_value() && !yes
                );
}

TEST(AnObjection, closes_to_the_headteacher_alone_and_is_answered_once) {
    for (auto const role : {Role::class_teacher, Role::senco, Role::headteacher})
        for (auto const outcome : all_of<Outcome>()) {
            auto told = answer(Zone::progress, role, false);
            bool const may = outcome != Outcome::closes || role == Role::headteacher;
            EXPECT_EQ(!objection_to_answering(told, outcome).has_value(), may) << word(role);
            told.outcome = Outcome::stays;
            EXPECT_EQ(objection_to_answering(told, outcome), Refusal::no_such_objection);
        }
    EXPECT_EQ(
        objection_to_answering(answer(Zone::progress, Role::senco, true), Outcome::stays),
        Refusal::no_such_objection
    );
}

TEST(AnAgreement, opens_what_is_understood_and_not_over) {
    for (bool const stands : {false, true})
        for (bool const understands : {false, true})
            for (bool const yes : {false, true})
                for (int const days : {-1, 0, 1}) {
                    Agreement agreement;
                    agreement.stands = stands;
                    agreement.understands = understands;
                    auto told = answer(Zone::progress, Role::senco, yes);
                    told.until_on = today + days;
                    EXPECT_EQ(opens(agreement, told, today), stands && understands && yes && days >= 0);
                }
}

TEST(AnAgreement, leaves_the_objections_that_wait_to_the_senco) {
    Agreement agreement;
    agreement.answers = {
        answer(Zone::progress, Role::class_teacher, false),
        answer(Zone::progress, Role::headteacher, false),
        answer(Zone::confidence, Role::senco, false)};
    agreement.answers[1].outcome = Outcome::closes;
    auto const waiting = waiting_objections(agreement);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().role, Role::class_teacher);
}

}  // namespace
}  // namespace sharing
