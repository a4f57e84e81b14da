#include "referrals/concern_rules.hpp"

#include <gtest/gtest.h>

#include "need_to_know/rules.hpp"

namespace referrals {
namespace {

using need_to_know::Relationship;

StaffId const writer = *StaffId::parse("0190b6e0-0000-7000-8000-00000000000a");
StaffId const reader = *StaffId::parse("0190b6e0-0000-7000-8000-00000000000b");
Date const today{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};

Concern concern_of(Source source, std::string answer = {}) {
    Concern concern;
    concern.said.source = source;
    concern.answer = std::move(answer);
    return concern;
}

std::optional<need_to_know::Access> access_as(visits::Role role) {
    visits::Who who;
    who.staff = reader;
    who.roles = {{role, std::nullopt, ""}};
    return need_to_know::access_of(who, need_to_know::Child{});
}

TEST(AParentsConcern, is_to_be_answered_within_five_days_and_on_a_school_day) {
    auto const by = [](Date written_on, schools::OpenDays const& open) {
        return parent_answered_by(calendar::start_of(written_on) + 15 * hours, open);
    };
    auto const friday = today + 3;
    EXPECT_EQ(by(friday - 5, {}), friday);
    EXPECT_EQ(by(friday - 4, {}), friday + 3) << "a Saturday becomes the Monday after";
    EXPECT_EQ(by(friday - 5, {.terms = {}, .closures = {{{}, "Training day", friday, friday}}}), friday + 3);
}

TEST(Declining, waits_for_no_referral_and_for_the_parents_answer) {
    Concern parents;
    parents.said.source = Source::parent;
    Concern answered = parents;
    answered.answer = "Rang on Monday";
    Concern teachers;
    teachers.said.source = Source::staff;
    EXPECT_EQ(objection_to_declining(false, {}), Refusal::decided_already);
    EXPECT_EQ(objection_to_declining(true, std::vector{teachers, parents}), Refusal::answer_parent_first);
    EXPECT_EQ(objection_to_declining(false, std::vector{parents}), Refusal::decided_already);
    EXPECT_FALSE(objection_to_declining(true, std::vector{teachers, answered}));
}

TEST(Concern, is_read_by_who_wrote_it_and_by_who_knows_the_childs_progress) {
    EXPECT_TRUE(may_read(std::nullopt, writer, writer));
    EXPECT_TRUE(may_read(access_as(visits::Role::senco), reader, writer));
    EXPECT_FALSE(may_read(access_as(visits::Role::headteacher), reader, writer)) << "not without a reason";
    EXPECT_FALSE(may_read(access_as(visits::Role::safeguarding_lead), reader, writer));
    EXPECT_FALSE(may_read(access_as(visits::Role::nurture_assistant), reader, writer));
    EXPECT_FALSE(may_read(std::nullopt, reader, writer));
}

TEST(Concern, is_changed_by_its_writer_on_the_day_it_was_written) {
    EXPECT_EQ(objection_to_changing(writer, writer, today, today), std::nullopt);
    EXPECT_EQ(objection_to_changing(reader, writer, today, today), Refusal::not_the_writer);
    EXPECT_EQ(objection_to_changing(writer, writer, today - 1, today), Refusal::another_day);
}

TEST(Concern, of_a_parent_is_answered_once_by_who_speaks_with_parents) {
    for (bool const speaks : {false, true})
        for (auto const source : all_of<Source>())
            for (bool const answered : {false, true})
                EXPECT_EQ(
                    !objection_to_answering(speaks, source, answered),
                    source == Source::parent && speaks && !answered
                ) << speaks
                  << ' ' << word(source) << ' ' << answered;
}

TEST(Referral, is_made_by_the_senco_or_by_the_class_teacher_once_parents_have_been_spoken_to) {
    for (auto const relationship : all_of<Relationship>())
        for (bool const spoken : {false, true}) {
            bool const expected = relationship == Relationship::senco ||
                                  (relationship == Relationship::class_teacher && spoken);
            EXPECT_EQ(!objection_to_referring(relationship, spoken), expected)
                << word(relationship) << ' ' << spoken;
        }
}

// I5, over every case of up to three concerns.
TEST(Case, with_a_parents_concern_closes_only_when_that_parent_has_been_answered) {
    std::vector<std::vector<Concern>> cases{{}};
    for (std::size_t at = 0; at < cases.size(); ++at) {
        auto const concerns = cases[at];
        std::size_t unanswered = 0;
        for (auto const& concern : concerns)
            unanswered += concern.said.source == Source::parent && concern.answer.empty() ? 1 : 0;
        ASSERT_EQ(objection_to_closing(concerns).has_value(), unanswered > 0) << "case " << at;

        if (concerns.size() == 3) continue;
        for (auto const source : all_of<Source>())
            for (auto const* const answer : {"", "We spoke on the telephone"}) {
                auto longer = concerns;
                longer.push_back(concern_of(source, answer));
                cases.push_back(std::move(longer));
            }
    }
    EXPECT_EQ(cases.size(), 1U + 6U + 36U + 216U);
}

std::vector<cases::StepTaken> steps_at(std::vector<std::pair<cases::Step, int>> const& taken) {
    std::vector<cases::StepTaken> steps;
    for (auto const& [step, hour] : taken) {
        cases::StepTaken one;
        one.step = step;
        one.taken_at = calendar::start_of(today) + hour * hours;
        steps.push_back(std::move(one));
    }
    return steps;
}

TEST(ALaterConcern, waits_to_be_read_until_the_senco_had_it_before_them) {
    using cases::Step;
    auto const at = [](int hour) { return calendar::start_of(today) + hour * hours; };
    auto const referred = steps_at({{Step::concern, 1}, {Step::referral, 3}});
    EXPECT_FALSE(waits_to_be_read(at(2), {}, steps_at({{Step::concern, 1}}))) << "nothing was referred";
    EXPECT_FALSE(waits_to_be_read(at(2), {}, referred)) << "the referral rests on it";
    EXPECT_TRUE(waits_to_be_read(at(4), {}, referred));
    EXPECT_FALSE(waits_to_be_read(at(4), at(5), referred)) << "it was read";
    for (auto const step : all_of<Step>()) {
        if (step <= Step::referral) continue;
        bool const decides =
            step == Step::discussion || step == Step::prioritisation || step == Step::next_step;
        EXPECT_EQ(waits_to_be_read(at(4), {}, steps_at({{Step::referral, 3}, {step, 5}})), !decides)
            << word(step);
        EXPECT_TRUE(waits_to_be_read(at(6), {}, steps_at({{Step::referral, 3}, {step, 5}}))) << word(step);
    }
    auto undone = steps_at({{Step::referral, 3}, {Step::discussion, 5}});
    undone.back().undone_at = at(6);
    auto const talked = steps_at({{Step::referral, 3}, {Step::discussion, 5}});
    EXPECT_TRUE(waits_to_be_read(at(4), {}, talked, at(6))) << "its words are newer than the talk";
    EXPECT_FALSE(waits_to_be_read(at(4), {}, talked, at(5) - 1 * minutes));
    EXPECT_TRUE(waits_to_be_read(at(2), {}, referred, at(4))) << "the referral rests on other words";
    EXPECT_FALSE(waits_to_be_read(at(2), {}, referred, at(2) + 1 * minutes)) << "reworded before it";
    EXPECT_FALSE(waits_to_be_read(at(2), at(5), referred, at(4))) << "it was read again";
    EXPECT_FALSE(waits_to_be_read(at(2), {}, talked, at(4))) << "the talk had the new words";
    EXPECT_TRUE(waits_to_be_read(at(4), {}, undone)) << "a discussion that was undone looked at nothing";
}

TEST(AConcernOfTheReferral, that_was_reworded_since_is_no_new_one_and_is_shown_with_those) {
    using cases::Step;
    auto const at = [](int hour) { return calendar::start_of(today) + hour * hours; };
    auto const referred = steps_at({{Step::concern, 1}, {Step::referral, 3}});
    EXPECT_TRUE(reworded_after_referral(at(2), at(4), referred));
    EXPECT_FALSE(reworded_after_referral(at(2), {}, referred));
    EXPECT_FALSE(reworded_after_referral(at(1), at(2), referred));
    EXPECT_FALSE(reworded_after_referral(at(4), at(5), referred)) << "a new concern";
    EXPECT_FALSE(reworded_after_referral(at(2), at(4), steps_at({{Step::concern, 1}}))) << "not referred yet";
    Concern concern;
    concern.written_at = at(2);
    EXPECT_TRUE(after_referral({concern}, referred).empty());
    concern.reworded_at = at(4);
    EXPECT_EQ(after_referral({concern}, referred).size(), 1U);
}

TEST(AConcernWhileSupportRuns, is_told_to_who_delivers_for_seven_days_if_it_came_after_the_place) {
    cases::StepTaken allocation;
    allocation.step = cases::Step::allocation;
    auto const day = *calendar::parse_iso("2026-05-12");
    allocation.taken_at = calendar::start_of(day);
    auto const written_at = allocation.taken_at + hours;
    auto const told = [&](Instant at, Date on) {
        return is_told_to_who_delivers(at, std::vector{allocation}, on);
    };
    EXPECT_TRUE(told(written_at, day));
    EXPECT_TRUE(told(written_at, day + days_a_later_concern_stays));
    EXPECT_FALSE(told(written_at, day + days_a_later_concern_stays + 1));
    EXPECT_FALSE(told(allocation.taken_at - hours, day)) << "before the place";
    allocation.undone_at = written_at;
    EXPECT_FALSE(told(written_at, day));
}

TEST(ParentsSpokenTo, is_known_from_the_referral_that_says_so_while_it_stands) {
    cases::StepTaken referral;
    referral.step = cases::Step::referral;
    referral.taken_on = *calendar::parse_iso("2026-05-12");
    EXPECT_FALSE(talk_with_parents(std::vector{referral}));
    referral.reason = std::string(parents_spoken_to_since) + " They agree";
    referral.taken_at = Instant{5};
    auto const talk = talk_with_parents(std::vector{referral});
    ASSERT_TRUE(talk);
    EXPECT_EQ(talk->on, referral.taken_on);
    EXPECT_EQ(talk->told_at, Instant{5});
    referral.undone_at = Instant{1};
    EXPECT_FALSE(talk_with_parents(std::vector{referral}));
}

}  // namespace
}  // namespace referrals
