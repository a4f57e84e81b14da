#include <algorithm>
#include <set>

#include "records/rules.hpp"
#include "referrals/referrals_test.hpp"
#include "support/logged.hpp"

namespace referrals {
namespace {

TEST_F(Referrals, a_first_concern_opens_a_case_and_a_later_one_joins_it) {
    auto const first = raised(sam());
    auto const second = raised(sam());
    EXPECT_EQ(case_of(first), case_of(second));
    auto const steps = cases::store::steps(db, school.school, case_of(first));
    EXPECT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps.front().step, cases::Step::concern);
    EXPECT_EQ(concern_store::of_case(db, school.school, case_of(first)).size(), 2U);
}

TEST_F(Referrals, a_concern_keeps_all_that_was_said_and_stands_in_the_records) {
    auto const concern = reread(raised(sam()));
    EXPECT_EQ(concern.said.seen, "Alone at every playtime");
    EXPECT_EQ(concern.said.tried, "A seat beside a friend");
    EXPECT_TRUE(concern.said.attachment_figure);
    EXPECT_EQ(concern.said.areas, std::vector{friendships()});
    EXPECT_EQ(concern.written_by_name, "Kit Moss");

    auto const log = records::store::of_case(db, school.school, std::string(concern.the_case.text()));
    auto const entry = std::ranges::find(log, "concern", &records::Entry::subject);
    ASSERT_NE(entry, log.end());
    EXPECT_NE(entry->detail->find("Alone at every playtime"), std::string::npos);
    EXPECT_NE(entry->detail->find("Friendships"), std::string::npos);
    auto const fields = records::fields_of(*entry->detail);
    EXPECT_EQ(fields.size(), 7U) << "all but who it came from, whom nobody named: " << *entry->detail;
    for (auto const& field : fields) EXPECT_EQ(field.from, "") << field.field << " was nothing before";
}

TEST_F(Referrals, a_concern_noticed_tomorrow_or_about_an_unknown_area_is_not_taken) {
    auto visit = as(school.teacher_of_4b);
    auto tomorrow = said();
    tomorrow.noticed_on = school.today + 1;
    EXPECT_EQ(raise(visit, sam(), tomorrow).error(), Refusal::noticed_in_the_future);
    auto elsewhere = said();
    elsewhere.areas = {visit.new_id<AreaId>()};
    EXPECT_EQ(raise(visit, sam(), elsewhere).error(), Refusal::unknown_area);
    EXPECT_FALSE(cases::store::open_case_of(db, school.school, sam()));
}

TEST_F(Referrals, the_second_of_two_changes_of_a_concern_is_refused_and_overwrites_nothing) {
    auto const id = raised(sam());
    auto const concern = reread(id);
    auto visit = as(school.support_staff);
    EXPECT_TRUE(change(visit, concern, said("Alone, and crying"), concern.version));
    EXPECT_EQ(
        change(visit, concern, said("Another text"), concern.version).error(), Refusal::changed_meanwhile
    );
    EXPECT_EQ(reread(id).said.seen, "Alone, and crying");

    auto other = as(school.teacher_of_4b);
    EXPECT_EQ(change(other, reread(id), said("Mine"), reread(id).version).error(), Refusal::not_the_writer);
}

TEST_F(Referrals, a_parent_is_answered_once_and_only_then_the_case_closes) {
    auto const id = raised(sam(), Source::parent);
    auto visit = as(school.teacher_of_4b);
    EXPECT_EQ(close(visit, case_of(id), "Settled").error(), Refusal::parent_unanswered);
    EXPECT_TRUE(cases::store::is_open(db, school.school, case_of(id)));

    EXPECT_TRUE(answer(visit, reread(id), true, "We spoke at the gate"));
    EXPECT_EQ(answer(visit, reread(id), true, "Again").error(), Refusal::already_answered);
    EXPECT_EQ(reread(id).answer, "We spoke at the gate");
    EXPECT_TRUE(close(visit, case_of(id), "Settled"));
    EXPECT_FALSE(cases::store::is_open(db, school.school, case_of(id)));
}

TEST_F(Referrals, a_case_that_goes_no_further_is_closed_with_a_reason_once_the_child_has_no_place) {
    auto const the_case = prioritised(sam());
    for (auto const step : {cases::Step::letter, cases::Step::consent, cases::Step::allocation}) {
        auto visit = as(school.senco);
        EXPECT_TRUE(cases::take(visit, the_case, step));
    }
    school.answer(school.sam.id, the_case.text(), school.sam.mother, "given", school.today);
    give_a_place(the_case);
    auto visit = as(school.senco);
    EXPECT_EQ(close(visit, the_case, "Moves away").error(), Refusal::has_a_place);
    db.run("UPDATE place SET ended_on = $1, end_reason = 'left_school'", school.today);
    EXPECT_EQ(status_of(the_case).stage, Stage::stopped);
    EXPECT_TRUE(close(visit, the_case, "Moves away"));
    EXPECT_EQ(status_of(the_case).stage, Stage::closed);
}

TEST_F(Referrals, the_database_too_keeps_a_case_open_until_the_parent_is_answered) {
    auto const id = raised(sam(), Source::parent);
    auto visit = as(school.senco);
    try {
        cases::close(visit, case_of(id), "By another way");
        FAIL() << "the case closed";
    } catch (db::Refused const& refused) {
        EXPECT_EQ(refused.gate, "parent_is_answered");
    }
}

TEST_F(Referrals, a_class_teacher_refers_once_parents_have_been_spoken_to) {
    auto const the_case = case_of(raised(sam()));
    auto visit = as(school.teacher_of_4b);
    EXPECT_FALSE(refer(visit, the_case, Relationship::class_teacher, {}));
    EXPECT_EQ(status_of(the_case).stage, Stage::concern_raised);
    EXPECT_TRUE(refer(visit, the_case, Relationship::class_teacher, {.parents_spoken_to = true, .reason = {}})
    );
    EXPECT_EQ(status_of(the_case).stage, Stage::referred);
    EXPECT_FALSE(refer(visit, the_case, Relationship::senco, {}));
}

TEST_F(Referrals, a_discussion_goes_on_waits_for_information_or_closes_the_case) {
    auto visit = as(school.senco);
    auto const goes_on = referred(sam());
    EXPECT_TRUE(discuss(visit, case_with(goes_on), came_to(DiscussionOutcome::go_on)));
    EXPECT_EQ(status_of(goes_on).stage, Stage::to_prioritise);
    auto const discussions = discussion_store::discussions(db, school.school, goes_on);
    ASSERT_EQ(discussions.size(), 1U);
    EXPECT_EQ(discussions.front().area_names, std::vector<std::string>{"Friendships"});

    auto const waits = referred(same<PupilId>(school.amira.id));
    EXPECT_TRUE(discuss(visit, case_with(waits), came_to(DiscussionOutcome::more_information)));
    EXPECT_EQ(status_of(waits).stage, Stage::more_information);

    auto const ends = referred(same<PupilId>(school.tom.id));
    EXPECT_TRUE(discuss(visit, case_with(ends), came_to(DiscussionOutcome::something_else)));
    EXPECT_EQ(status_of(ends).stage, Stage::closed);
}

TEST_F(Referrals, a_discussion_counts_from_the_day_on_which_it_was_held) {
    auto const the_case = referred(sam());
    auto visit = as(school.senco);
    visit.today = visit.today + 3;
    visit.now = visit.now + 3 * (24 * hours);
    auto held = came_to(DiscussionOutcome::go_on);
    held.held_on = school.today + 1;
    ASSERT_TRUE(discuss(visit, *cases::store::find(db, school.school, the_case, visit.today), held));
    auto const status = cases::status_of(case_with(the_case).facts, visit.today);
    EXPECT_EQ(status.sentence, "Discussed on Wednesday 13 May 2026 and to be prioritised.");
    auto const steps = case_with(the_case).facts.steps;
    EXPECT_EQ(cases::standing(steps, cases::Step::discussion)->taken_on, held.held_on);
}

TEST_F(Referrals, who_wrote_a_concern_that_was_declined_says_once_that_they_know) {
    auto const concern = raised(sam());
    auto const the_case = case_of(concern);
    auto senco = as(school.senco);
    ASSERT_TRUE(decline(senco, the_case, "Friends again"));
    auto writer = as(school.support_staff);
    auto const noted = [&] { return support::logged(db, school.school, "decision_read"); };
    EXPECT_TRUE(waits_to_be_known(senco.now, reread(concern).decision_read_at, school.today));
    note_decision_read(writer, reread(concern));
    EXPECT_EQ(reread(concern).decision_read_at, writer.now);
    note_decision_read(writer, reread(concern));
    EXPECT_EQ(noted(), 1);
}

TEST(ADecision, waits_to_be_known_for_two_weeks_and_anew_after_another) {
    auto const decided_on = *calendar::parse_iso("2026-05-12");
    auto const decided_at = calendar::start_of(decided_on) + 10 * hours;
    EXPECT_TRUE(waits_to_be_known(decided_at, std::nullopt, decided_on + 14));
    EXPECT_FALSE(waits_to_be_known(decided_at, std::nullopt, decided_on + 15));
    EXPECT_FALSE(waits_to_be_known(decided_at, decided_at, decided_on));
    EXPECT_TRUE(waits_to_be_known(decided_at, decided_at - 1 * hours, decided_on))
        << "read of an earlier one";
}

TEST_F(Referrals, a_discussion_can_not_close_a_case_over_a_parent_without_an_answer) {
    auto const the_case = referred(sam());
    auto const concern = raised(sam(), Source::parent);
    auto visit = as(school.senco);
    auto const refused = discuss(visit, case_with(the_case), came_to(DiscussionOutcome::no_need_now));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().message, in_words(Refusal::parent_unanswered));
    EXPECT_TRUE(discussion_store::discussions(db, school.school, the_case).empty());

    EXPECT_TRUE(answer(visit, reread(concern), true, "We met on Monday"));
    EXPECT_TRUE(discuss(visit, case_with(the_case), came_to(DiscussionOutcome::no_need_now)));
}

TEST_F(Referrals, nothing_is_prioritised_before_it_was_talked_through) {
    auto const the_case = referred(sam());
    auto visit = as(school.senco);
    EXPECT_FALSE(prioritise(visit, the_case, {FormOfSupport::group, 3, 3, false, "Soon"}));
    EXPECT_FALSE(discussion_store::prioritisation(db, school.school, the_case));
    EXPECT_FALSE(put_on_list(visit, the_case, {school.today + 30, "A daily check-in"}));
    EXPECT_FALSE(waiting_store::find(db, school.school, the_case));
}

// N5: what the page counts is what it shows.
TEST_F(Referrals, the_list_of_a_nurture_assistant_counts_only_what_it_shows) {
    auto const sams = case_of(raised(sam(), Source::parent));
    auto const waits = waiting(same<PupilId>(school.amira.id));
    auto assistant = as(school.nurture_assistant);
    auto const cases_shown = [&] {
        std::set<CaseId> shown;
        for (auto const& line : referral_list(assistant)) shown.insert(line.the_case);
        return shown;
    };
    EXPECT_EQ(cases_shown(), (std::set{sams, waits}));
    auto senco = as(school.senco);
    for (auto const step : {cases::Step::referral, cases::Step::discussion, cases::Step::prioritisation})
        EXPECT_TRUE(cases::take(senco, sams, step));
    EXPECT_EQ(cases_shown(), (std::set{waits})) << "a letter is to be sent, which is the SENCo's";
    EXPECT_EQ(referral_list(senco).size(), 2U);

    auto const page = [&](std::optional<Group> step) {
        return pages::referrals({.lines = referral_list(assistant), .chosen = step, .today = assistant.today})
            .main.markup();
    };
    EXPECT_NE(page(std::nullopt).find("1 referral for the meeting with the SENCo"), std::string::npos);
    EXPECT_EQ(page(std::nullopt).find("step=letters"), std::string::npos) << "no step without a child";
    EXPECT_NE(page(Group::letters).find("none is for the meeting"), std::string::npos);
    EXPECT_EQ(page(Group::letters).find("for the meeting with the SENCo"), std::string::npos);
    EXPECT_EQ(page(Group::waiting).find("none is for the meeting"), std::string::npos);
}

TEST_F(Referrals, a_case_opens_to_those_with_a_duty_and_to_nobody_else) {
    auto const the_case = case_of(raised(sam()));
    {
        auto head = as(school.headteacher);
        EXPECT_FALSE(opened_case(head, the_case)) << "not without a reason";
        school.headteacher_opens(school.sam.id);
    }
    for (auto const* person : {&school.senco, &school.teacher_of_4b, &school.headteacher}) {
        auto visit = as(*person);
        EXPECT_TRUE(opened_case(visit, the_case)) << person->name;
    }
    for (auto const* person :
         {&school.support_staff,
          &school.teacher_of_5a,
          &school.nurture_assistant,
          &school.safeguarding_lead,
          &school.governor}) {
        auto visit = as(*person);
        EXPECT_FALSE(opened_case(visit, the_case)) << person->name;
    }
}

// The number of queries does not grow with the list.
TEST_F(Referrals, the_lists_ask_the_database_as_often_for_a_thousand_children_as_for_ten) {
    db.enter(school.school);
    auto const queries = [&] {
        auto visit = as(school.senco);
        auto const before = db.statements_run();
        referral_list(visit);
        waiting_list(visit);
        return db.statements_run() - before;
    };
    int children = 0;
    auto const add_children_up_to = [&](int count) {
        for (; children < count; ++children) add_case_on_paper(children % 10 == 0);
        // A database that has run for a while knows how many rows there are.
        db.run("ANALYZE");
    };
    add_children_up_to(10);
    auto const for_ten = queries();
    for (auto const count : {50, 200, 1000}) add_children_up_to(count);
    EXPECT_EQ(queries(), for_ten);
    auto visit = as(school.senco);
    EXPECT_EQ(referral_list(visit).size(), 1000U);
    EXPECT_EQ(waiting_list(visit).size(), 100U);
}

}  // namespace
}  // namespace referrals
