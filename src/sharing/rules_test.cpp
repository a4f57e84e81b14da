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

TEST(WhoAsksTheChild, opens_nothing_confided_to_themselves_but_where_they_heard_it) {
    using need_to_know::Relationship;
    visits::Who senco;
    senco.staff = StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
    senco.roles.push_back({Role::senco, std::nullopt, ""});
    Answer const to_senco{
        .id = {}, .zone = Zone::confidence, .staff = {}, .role = Role::senco, .yes = true, .until_on = {}};
    Answer by_name = to_senco;
    by_name.role.reset();
    by_name.staff = senco.staff;
    Answer to_teacher = to_senco;
    to_teacher.role = Role::class_teacher;
    Answer no = to_senco;
    no.yes = false;
    Answer how_it_goes = to_senco;
    how_it_goes.zone = Zone::progress;
    for (auto const& answer : {to_senco, by_name}) {
        EXPECT_TRUE(opens_to_themselves(senco, Relationship::senco, answer));
        EXPECT_FALSE(opens_to_themselves(senco, Relationship::deliverer, answer));
    }
    for (auto const& answer : {to_teacher, no, how_it_goes})
        EXPECT_FALSE(opens_to_themselves(senco, Relationship::senco, answer));
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
