#include "sharing/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

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
    need_to_know::Child child;
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
        EXPECT_TRUE(opens_to_themselves(senco, Relationship::senco, answer, child));
        EXPECT_FALSE(opens_to_themselves(senco, Relationship::deliverer, answer, child));
    }
    for (auto const& answer : {to_teacher, no, how_it_goes})
        EXPECT_FALSE(opens_to_themselves(senco, Relationship::senco, answer, child));
}

TEST(WhoAsksTheChild, takes_down_a_yes_to_the_class_teacher_where_they_teach_another_class) {
    auto const own = ClassId::parse("0190b6e0-0000-7000-8000-00000000004b");
    auto const another = ClassId::parse("0190b6e0-0000-7000-8000-00000000005a");
    need_to_know::Child child;
    child.pupil.class_id = own;
    Answer const to_teacher{
        .id = {},
        .zone = Zone::confidence,
        .staff = {},
        .role = Role::class_teacher,
        .yes = true,
        .until_on = {}};
    for (auto const& taught : {own, another}) {
        visits::Who senco;
        senco.staff = StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
        senco.roles.push_back({Role::senco, std::nullopt, ""});
        senco.roles.push_back({Role::class_teacher, taught, ""});
        EXPECT_EQ(opens_to_themselves(senco, Relationship::senco, to_teacher, child), taught == own);
    }
}

TEST(WhoAsksTheChild, opens_nothing_confided_to_themselves_in_a_circle_either) {
    visits::Who senco;
    senco.staff = StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
    senco.roles.push_back({Role::senco, std::nullopt, ""});
    Answer const answer{
        .id = {},
        .zone = Zone::confidence,
        .staff = {},
        .role = {},
        .yes = true,
        .until_on = {},
        .circle = Circle::concern};
    need_to_know::Child child;
    EXPECT_FALSE(opens_to_themselves(senco, Relationship::senco, answer, child));
    child.raised_by.push_back(*senco.staff);
    EXPECT_TRUE(opens_to_themselves(senco, Relationship::senco, answer, child));
    EXPECT_FALSE(opens_to_themselves(senco, Relationship::deliverer, answer, child));
}

// N3 once more: what was answered stands until the child, who understands, says yes.
TEST(AnAnswerToANo, stands_after_the_same_no_and_after_a_yes_that_the_child_does_not_understand) {
    constexpr std::array roles{Role::class_teacher, Role::senco, Role::headteacher};
    for (auto const before : roles)
        for (auto const to : roles)
            for (auto const zone : {Zone::progress, Zone::confidence})
                for (bool const yes : {false, true})
                    for (bool const understands : {false, true}) {
                        Answer const answer{
                            .id = {}, .zone = zone, .staff = {}, .role = to, .yes = yes, .until_on = {}};
                        bool const is_taken_back = yes && understands;
                        EXPECT_EQ(
                            keeps_what_was_answered(before, answer, understands),
                            zone == Zone::progress && to == before && !is_taken_back
                        );
                    }
}

TEST(ADoor, is_open_to_its_own_day_or_the_askings_and_closed_without_one) {
    auto const own = today + 1;
    auto const of_the_asking = today + 7;
    EXPECT_EQ(until_of(true, own, of_the_asking), own);
    EXPECT_EQ(until_of(true, {}, of_the_asking), of_the_asking);
    EXPECT_EQ(until_of(true, of_the_asking, own), of_the_asking) << "its own day may be the later one";
    EXPECT_FALSE(until_of(true, {}, {}));
    for (auto const& day : {std::optional(own), std::optional<Date>()})
        EXPECT_FALSE(until_of(false, day, of_the_asking));
}

TEST(AChild, is_asked_of_who_holds_the_sessions_about_what_was_said_alone) {
    for (auto const circle : all_of<Circle>()) {
        AskedAbout const about{.role = {}, .staff = {}, .name = "Everybody", .circle = circle};
        auto const zones = zones_asked(about);
        EXPECT_EQ(std::ranges::count(zones, Zone::progress), circle == Circle::support ? 0 : 1);
        EXPECT_EQ(std::ranges::count(zones, Zone::confidence), 1);
    }
}

TEST(AChild, is_asked_of_who_asks_and_may_not_open_it_to_themselves_about_how_it_goes_alone) {
    AskedAbout about{.role = Role::senco, .staff = {}, .name = "Rosa Hall"};
    EXPECT_EQ(zones_asked(about), (std::vector{Zone::progress, Zone::confidence}));
    about.opens_to_asker = true;
    EXPECT_EQ(zones_asked(about), std::vector{Zone::progress});
}

TEST(ALastWord, is_of_that_very_door_and_of_who_is_named_without_a_yes_a_no) {
    AskedAbout const senco{.role = Role::senco, .staff = {}, .name = "Rosa Hall"};
    AskedAbout const head{.role = Role::headteacher, .staff = {}, .name = "Ada King"};
    AskedAbout const named{.role = {}, .staff = StaffId::make({7}), .name = "Mr Lewis"};
    LastWord of_senco;
    of_senco.role = Role::senco;
    of_senco.zone = Zone::confidence;
    of_senco.yes = true;
    of_senco.until_on = today;
    LastWord of_named;
    of_named.staff = named.staff;
    of_named.zone = Zone::progress;
    of_named.yes = true;
    std::vector<LastWord> const said{of_senco, of_named};
    EXPECT_EQ(last_word_on(senco, Zone::confidence, said)->until_on, today);
    EXPECT_FALSE(last_word_on(senco, Zone::progress, said)) << "of a role a no is kept too";
    EXPECT_FALSE(last_word_on(head, Zone::confidence, said));
    EXPECT_TRUE(last_word_on(named, Zone::progress, said)->yes);
    EXPECT_FALSE(last_word_on(named, Zone::confidence, said).value().yes);
    EXPECT_FALSE(last_word_on(named, Zone::progress, {}));
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

TEST(ADoor, stays_open_by_a_yes_until_its_day_is_over) {
    LastWord door;
    door.yes = true;
    EXPECT_TRUE(stays_open(door, today));
    door.until_on = today;
    EXPECT_TRUE(stays_open(door, today)) << "the last day";
    EXPECT_FALSE(stays_open(door, today + 1));
    door.yes = false;
    EXPECT_FALSE(stays_open(door, today));
}

}  // namespace
}  // namespace sharing
