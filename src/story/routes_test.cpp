#include "story/routes.hpp"

#include <gtest/gtest.h>

#include <set>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "cases/withdrawal_store.hpp"
#include "programmes/change_actions.hpp"
#include "story/actions.hpp"
#include "story/rules.hpp"
#include "story/running_case_test.hpp"

namespace story {
namespace {

bool holds(std::string const& body, std::string_view words) { return body.find(words) != std::string::npos; }

class StoryPage : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    http::Response page_for(
        support::Person const& person, support::PupilId const& pupil, int days_later = 0
    ) {
        auto const path = "/pupils/" + std::string(pupil.text());
        auto request = school_.get(person, path);
        request.segments = {{"pupil", std::string(pupil.text())}};
        auto visit = school_.visit(db(), person);
        visit.now = visit.now + days_later * (24 * hours);
        visit.today = visit.today + days_later;
        return routes().front().handle(visit, request);
    }
    std::string body_for(support::Person const& person) { return page_for(person, school_.sam.id).body; }
    std::string body_tomorrow_for(support::Person const& person) {
        return page_for(person, school_.sam.id, 1).body;
    }

    std::int64_t statements_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        auto request = school_.get(person, "/pupils/x");
        request.segments = {{"pupil", std::string(school_.sam.id.text())}};
        auto const before = db().statements_run();
        routes().front().handle(visit, request);
        return db().statements_run() - before;
    }

    void end_sams_place() {
        db().run(
            "UPDATE place SET ended_on = $1, end_reason = 'own_wish' WHERE school_id = $2",
            school_.today,
            school_.school
        );
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    RunningCase running_{db(), school_};
};

TEST_F(StoryPage, says_why_it_is_seen_where_things_stand_and_what_is_next) {
    auto const body = body_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You see this because you teach 4B."));
    EXPECT_TRUE(holds(body, "Sessions are running with Joan Barker"));
    EXPECT_TRUE(holds(body, "Next session: </strong>Tuesday 12 May at 10:30 in The Den"));
    EXPECT_TRUE(holds(body, "I join in at break"));
    EXPECT_TRUE(holds(body, "Sam asked a friend to play"));
}

TEST_F(StoryPage, gives_the_one_button_to_whom_it_belongs) {
    EXPECT_TRUE(holds(body_for(school_.nurture_assistant), "Open the programme"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Open the programme"));
}

TEST_F(StoryPage, leaks_what_was_confided_to_nobody_but_the_deliverer) {
    for (auto const* person :
         {&school_.senco,
          &school_.teacher_of_4b,
          &school_.teacher_of_5a,
          &school_.headteacher,
          &school_.safeguarding_lead,
          &school_.second_nurture_assistant,
          &school_.support_staff,
          &school_.administrator})
        EXPECT_FALSE(holds(body_for(*person), "ZEBRAFISH")) << person->name;
    auto const own = body_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(own, "ZEBRAFISH"));
    EXPECT_TRUE(holds(own, "In confidence, for you alone"));
}

// What was confided stays with whom it was confided to, and nobody else reads it after a change of hands.
TEST_F(StoryPage, hands_nothing_that_was_confided_to_who_takes_the_programme_over) {
    auto visit = school_.visit(db(), school_.senco);
    ASSERT_TRUE(programmes::change_delivery(
        visit,
        *ProgrammeId::parse(running_.programme),
        {.from_on = school_.today + 1,
         .deliverer = school_.second_nurture_assistant.staff,
         .room = *schools::RoomId::parse(school_.room.text()),
         .weekday = programmes::Weekday::tuesday,
         .starts_at_time = "10:30",
         .reason = "Takes over"}
    ));
    EXPECT_TRUE(holds(body_for(school_.nurture_assistant), "ZEBRAFISH")) << "today's session is still theirs";
    auto const next = body_for(school_.second_nurture_assistant);
    EXPECT_TRUE(holds(next, "Sam asked a friend to play"));
    EXPECT_FALSE(holds(next, "ZEBRAFISH"));

    auto const theirs = body_tomorrow_for(school_.second_nurture_assistant);
    EXPECT_TRUE(holds(theirs, "You see this because you support Sam.")) << "from the day it counts from";
    EXPECT_TRUE(holds(theirs, "Sam asked a friend to play"));
    EXPECT_FALSE(holds(theirs, "ZEBRAFISH"));
    EXPECT_FALSE(holds(theirs, "In confidence"));
}

TEST_F(StoryPage, tells_no_more_than_the_headline_to_the_safeguarding_lead) {
    auto const body = body_for(school_.safeguarding_lead);
    EXPECT_TRUE(holds(body, "Sam has support with Joan Barker in The Den, next on Tuesday 12 May at 10:30."));
    EXPECT_FALSE(holds(body, "Sam asked a friend to play"));
    EXPECT_FALSE(holds(body, "I join in at break"));
    EXPECT_FALSE(holds(body, "Stands alone at break"));
}

TEST_F(StoryPage, tells_name_class_and_year_alone_to_who_has_no_part_in_it) {
    auto const body = body_for(school_.support_staff);
    EXPECT_TRUE(holds(body, "Sam Okafor"));
    EXPECT_TRUE(holds(body, "4B"));
    EXPECT_TRUE(holds(body, "Raise a concern"));
    EXPECT_FALSE(holds(body, "support with"));
    EXPECT_FALSE(holds(body, "Joan Barker"));
    EXPECT_FALSE(holds(body_for(school_.administrator), "Raise a concern"));
}

TEST_F(StoryPage, names_the_parent_who_answered_to_senco_and_headteacher_alone) {
    EXPECT_TRUE(holds(body_for(school_.senco), "Consent was given by Mum of Sam Okafor"));
    EXPECT_TRUE(holds(body_for(school_.headteacher), "Consent was given by Mum of Sam Okafor"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Mum of Sam Okafor"));
    EXPECT_TRUE(holds(body_for(school_.teacher_of_4b), "Consent was given"));
}

// C6: the day that counts is the one on which it was said.
TEST_F(StoryPage, tells_a_withdrawal_by_one_parent_in_its_own_words_and_with_one_day) {
    school_.answer({}, running_.text_case, school_.sam.father, "given", school_.today - 30);
    school_.answer({}, running_.text_case, school_.sam.father, "withdrawn", school_.today - 3);
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(
        body,
        "Consent was withdrawn on Saturday 9 May 2026, and the place ended. Another parent&#39;s yes stands."
    )) << body.substr(body.find("standing"), 400);
    EXPECT_TRUE(
        holds(body, "Dad of Sam Okafor withdrew consent on Saturday 9 May 2026; no session can be held.")
    );
    EXPECT_TRUE(holds(body, "Mum of Sam Okafor&#39;s yes stands."));
    EXPECT_TRUE(holds(body, "Recorded on Tuesday 12 May 2026."));
    EXPECT_FALSE(holds(body, "One parent agrees and another does not"));
    EXPECT_FALSE(holds(body, "Decide where"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Dad of Sam"));
}

TEST_F(StoryPage, leads_to_another_place_once_consent_is_in_force_again) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 3);
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today - 3,
        school_.school
    );
    auto const listed = [&] {
        auto const sam = *PupilId::parse(school_.sam.id.text());
        return support(school_.visit(db(), school_.senco), {sam}).at(sam);
    };
    EXPECT_TRUE(holds(body_for(school_.senco), "Decide what follows"));
    EXPECT_EQ(listed(), Support::stopped);
    school_.answer({}, running_.text_case, school_.sam.mother, "given", school_.today - 1);
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Consent is in force again since Monday 11 May 2026."));
    EXPECT_TRUE(holds(body, ">Give another place<"));
    EXPECT_TRUE(holds(body, "/cases/" + running_.text_case + "/place\""));
    EXPECT_FALSE(holds(body, "Decide what follows"));
    EXPECT_FALSE(holds(body, "stopped"));
    EXPECT_EQ(listed(), Support::waiting);
}

TEST_F(StoryPage, tells_of_every_place_of_the_case_the_latest_first) {
    running_.move_to("Calm crew", school_.today);
    auto const body = body_for(school_.nurture_assistant);
    auto const latest = body.find(">Calm crew<");
    auto const earlier = body.find(">Earlier: Friendship group<");
    ASSERT_NE(earlier, std::string::npos);
    EXPECT_LT(latest, earlier);
    EXPECT_TRUE(holds(body, "Ended on Tuesday 12 May 2026."));
    EXPECT_NE(body.find("I join in at break", earlier), std::string::npos) << "with its targets";
    EXPECT_NE(body.find("Session 1", earlier), std::string::npos) << "and its sessions";
    EXPECT_TRUE(holds(body, "Session 1 was held"));
    EXPECT_TRUE(holds(body, "Sam asked a friend to play"));
    EXPECT_TRUE(holds(body, "ZEBRAFISH"));
    EXPECT_FALSE(holds(body_for(school_.senco), "ZEBRAFISH"));
}

TEST_F(StoryPage, rates_the_targets_of_each_place_by_its_own_sessions) {
    db().run(
        R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
           SELECT e.school_id, e.id, $1, 7 FROM evaluation e WHERE e.school_id = $2)",
        running_.target,
        school_.school
    );
    EXPECT_TRUE(holds(body_for(school_.senco), "Rated <strong>7</strong> on "));
    running_.move_to("Calm crew", school_.today);
    EXPECT_TRUE(holds(body_for(school_.senco), "Rated <strong>7</strong> on "));
}

TEST_F(StoryPage, says_the_only_rating_of_a_target_in_words_and_draws_a_chart_of_more) {
    auto const rate_every_session = [&](int rating) {
        db().run(
            R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
               SELECT e.school_id, e.id, $1, $2 FROM evaluation e
                WHERE e.school_id = $3
                  AND NOT EXISTS (SELECT 1 FROM target_rating r
                                   WHERE r.school_id = e.school_id AND r.evaluation_id = e.id))",
            running_.target,
            rating,
            school_.school
        );
        return body_for(school_.senco);
    };
    auto const one = rate_every_session(7);
    EXPECT_TRUE(holds(one, "“I join in at break”</h3>"));
    EXPECT_TRUE(holds(one, "Rated <strong>7</strong> on "));
    EXPECT_TRUE(holds(one, "So few ratings show no direction yet."));
    EXPECT_FALSE(holds(one, "<svg class=\"chart__drawing\""));

    running_.evaluation(running_.session(4, school_.today - 1, true), "Well", "");
    auto const two = rate_every_session(8);
    EXPECT_TRUE(holds(two, "is this getting easier for Sam?"));
    EXPECT_FALSE(holds(two, "Rated <strong>"));
}

TEST_F(StoryPage, tells_of_every_target_how_it_was_rated_in_the_same_session) {
    auto const second = running_.id();
    db().run(
        R"(INSERT INTO target (school_id, id, place_id, area_id, words, made_at)
           VALUES ($1, $2, $3, $4, 'I say when I worry', $5))",
        school_.school,
        second,
        running_.place,
        school_.anxiety,
        school_.now
    );
    for (auto const& target : {running_.target, second})
        db().run(
            R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
               SELECT e.school_id, e.id, $1, 7 FROM evaluation e WHERE e.school_id = $2)",
            target,
            school_.school
        );
    auto const body = body_for(school_.senco);
    for (auto const* target : {"“I join in at break”</h3>", "“I say when I worry”</h3>"}) {
        auto const at = body.find(target);
        ASSERT_NE(at, std::string::npos) << target;
        EXPECT_LT(body.find("Rated <strong>7</strong> on ", at), at + 100) << target;
    }
}

// Of a check-in alone nothing is told until the evaluation is written.
TEST_F(StoryPage, tells_nothing_of_an_evaluation_that_was_only_begun) {
    auto const session = running_.session(4, school_.today - 1, true);
    db().run(
        R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, feeling, noticed, writing,
                                   written_by, written_at)
           SELECT school_id, $1, $1, place_id, pupil_id, 1, 'great', 'Only begun', 'begun', written_by, written_at
             FROM evaluation WHERE school_id = $2)",
        session,
        school_.school
    );
    for (auto const* person : {&school_.senco, &school_.nurture_assistant}) {
        auto const body = body_for(*person);
        EXPECT_TRUE(holds(body, "Session 4 was held and is to be evaluated")) << person->name;
        EXPECT_FALSE(holds(body, "Great")) << person->name;
        EXPECT_FALSE(holds(body, "Only begun")) << person->name;
        EXPECT_TRUE(holds(body, "Sam asked a friend to play")) << person->name << ": what was written";
    }
}

TEST_F(StoryPage, tells_of_each_session_under_the_place_for_which_it_was_evaluated) {
    running_.return_to_the_group(school_.today - 3);
    running_.evaluation(running_.session(4, school_.today - 1, true), "Sam laughed aloud", "");
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Sam asked a friend to play")) << "in the first place";
    EXPECT_TRUE(holds(body, "Sam laughed aloud")) << "in the second";
    EXPECT_FALSE(holds(body, "is to be evaluated"));
}

TEST_F(StoryPage, says_to_senco_and_deliverer_that_a_session_was_held_after_the_day_of_a_withdrawal) {
    auto const withdrawn_on = [&](Date day) {
        school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", day);
    };
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    withdrawn_on(school_.today - 8);
    auto const words = "no session can be held. 1 session was held after this day.";
    EXPECT_TRUE(holds(body_for(school_.senco), words));
    EXPECT_TRUE(holds(body_for(school_.nurture_assistant), words));
    school_.answer({}, running_.text_case, school_.sam.mother, "given", school_.today - 8);
    withdrawn_on(school_.today - 7);
    EXPECT_FALSE(holds(body_for(school_.senco), "held after this day")) << "that day's own is not after it";
}

TEST_F(StoryPage, counts_sessions_after_the_first_withdrawal_that_stands_as_the_other_pages_do) {
    school_.answer({}, running_.text_case, school_.sam.father, "given", school_.today - 30);
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 8);
    school_.answer({}, running_.text_case, school_.sam.father, "withdrawn", school_.today - 3);
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    auto const the_case = *CaseId::parse(running_.text_case);
    EXPECT_EQ(cases::store::sessions_held_after(db(), school_.school, the_case, school_.today - 8), 1);
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Dad of Sam Okafor withdrew consent on Saturday 9 May 2026"));
    EXPECT_TRUE(holds(body, "1 session was held after Monday 4 May 2026, when consent was first withdrawn."))
        << body.substr(body.find("no session can be held"), 200);
}

TEST_F(StoryPage, keeps_the_day_of_the_start_on_the_step_line_after_support_has_stopped) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today);
    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    EXPECT_TRUE(holds(body_for(school_.senco), "28 Apr, since stopped"));
}

TEST_F(StoryPage, names_no_next_session_that_lies_beyond_the_last_day_of_a_yes) {
    auto const yes_until = [&](Date last) {
        db().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, expires_on)
               SELECT $1, $2, max(number) + 1, $3, 'given', 'link', $4, $5, $6
                 FROM consent_answer WHERE school_id = $1 AND case_id = $2)",
            school_.school,
            running_.text_case,
            school_.sam.mother,
            school_.today - 1,
            school_.now,
            last
        );
    };
    yes_until(school_.today);
    EXPECT_TRUE(holds(body_for(school_.teacher_of_4b), "Next session: </strong>Tuesday 12 May"));
    yes_until(school_.today - 1);
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Next session"));
}

TEST_F(StoryPage, tells_a_measure_after_the_programme_where_none_was_made_before_it) {
    EXPECT_TRUE(holds(body_for(school_.senco), "The class teacher has not measured it yet."));
    db().run(
        R"(INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
           VALUES ($1, $2, 'after', 7, $3, $4))",
        school_.school,
        running_.target,
        school_.teacher_of_4b.staff,
        school_.now
    );
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "The class teacher did not measure it before the programme; after it: 7."));
    EXPECT_FALSE(holds(body, "has not measured it yet"));
}

TEST_F(StoryPage, asks_as_much_of_the_database_for_five_places_as_for_one) {
    auto const one = statements_for(school_.nurture_assistant);
    for (auto const* name : {"Calm crew", "Second go", "Garden", "Choir"})
        running_.move_to(name, school_.today);
    EXPECT_EQ(statements_for(school_.nurture_assistant), one);
}

TEST_F(StoryPage, gives_the_words_of_who_withdrew_to_those_who_see_the_answers) {
    db().run(
        R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                       received_at, reason)
           SELECT $1, $2, max(number) + 1, $3, 'withdrawn', 'link', $4, $5, 'He came home upset'
             FROM consent_answer WHERE school_id = $1 AND case_id = $2)",
        school_.school,
        running_.text_case,
        school_.sam.mother,
        school_.today,
        school_.now
    );
    EXPECT_TRUE(holds(
        body_for(school_.senco),
        "withdrew consent on Tuesday 12 May 2026, with the words “He came home upset”; no session"
    ));
    EXPECT_FALSE(holds(body_for(school_.nurture_assistant), "He came home upset"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "He came home upset"));
}

TEST_F(StoryPage, keeps_undone_steps_with_their_reason) {
    running_.undone_step("waiting_list");
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Undone: Waiting list (2 entries)"));
    EXPECT_TRUE(holds(body, "Entered for the wrong Sam"));
}

TEST_F(StoryPage, says_which_sessions_are_planned_by_whether_their_plan_is_written) {
    EXPECT_EQ(body_for(school_.nurture_assistant).find(">Planned<"), std::string::npos);
    db().run("UPDATE session SET plan = 'A card' WHERE school_id = $1 AND number = 3", school_.school);
    auto const body = body_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, ">Planned<"));
    EXPECT_TRUE(holds(body, ">To plan<")) << "session 2 is today and has none";
}

TEST_F(StoryPage, asks_for_the_record_of_a_past_session_and_for_its_plan_no_more) {
    auto const to_plan = [](std::string const& body) {
        int found = 0;
        for (auto at = body.find(">To plan<"); at != body.npos; at = body.find(">To plan<", at + 1)) ++found;
        return found;
    };
    auto const before = body_for(school_.nurture_assistant);
    running_.session(4, school_.today - 2, false);
    auto const body = body_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, ">To record<"));
    EXPECT_EQ(to_plan(body), to_plan(before));
}

TEST_F(StoryPage, asks_for_no_record_of_a_child_who_has_not_begun) {
    running_.session(4, school_.today - 2, false);
    running_.join(running_.another_case(school_.amira), school_.amira);
    auto const body = page_for(school_.nurture_assistant, school_.amira.id).body;
    EXPECT_FALSE(holds(body, ">To record<"));
    EXPECT_TRUE(holds(body, ">Not begun<"));
}

TEST_F(StoryPage, tells_of_a_session_after_the_concern_that_was_written_down_later_on_the_same_day) {
    auto const day = school_.today - 10;
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2",
        calendar::start_of(day) + 15 * hours,
        school_.school
    );
    running_.session(5, day, true);
    auto const body = body_for(school_.senco);
    EXPECT_LT(body.find("Session 5 was held"), body.find("A concern was raised"));
}

TEST_F(StoryPage, tells_of_a_discussion_on_the_day_on_which_it_was_held) {
    db().run(
        R"(INSERT INTO discussion (school_id, id, case_id, held_on, outcome, reason, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'go_on', 'Alone at playtime', $5, $6))",
        school_.school,
        running_.id(),
        running_.text_case,
        school_.today - 33,
        school_.senco.staff,
        school_.now
    );
    auto const body = body_for(school_.senco);
    auto const told = body.find("Talked through: Go on with nurture support");
    ASSERT_NE(told, std::string::npos);
    auto const day = body.rfind("timeline__when", told);
    EXPECT_EQ(body.compare(body.find('>', day) + 1, 24, "Thursday 9 April 2026<sp"), 0)
        << body.substr(day, 80);
    EXPECT_GT(told, body.find("Session 1 was held")) << "what came later stands above it";
}

TEST_F(StoryPage, tells_lists_how_far_each_case_has_come) {
    auto const of = [&](support::Child const& child) {
        auto const visit = school_.visit(db(), school_.senco);
        auto const pupil = *PupilId::parse(child.id.text());
        return support(visit, {pupil}).at(pupil);
    };
    auto const amiras = running_.another_case(school_.amira);
    EXPECT_EQ(of(school_.sam), Support::programme);
    EXPECT_EQ(of(school_.amira), Support::concern);

    running_.step(amiras, "referral", school_.today - 20);
    EXPECT_EQ(of(school_.amira), Support::open);
    for (auto const* step : {"discussion", "prioritisation", "waiting_list"})
        running_.step(amiras, step, school_.today - 10);
    EXPECT_EQ(of(school_.amira), Support::waiting);
    running_.step(amiras, "letter", school_.today - 10);
    EXPECT_EQ(of(school_.amira), Support::open) << "asked";
    auto const& mother = school_.amira.mother;
    school_.answer({}, amiras, mother, "given", school_.today - 9);
    running_.step(amiras, "consent", school_.today - 9);
    EXPECT_EQ(of(school_.amira), Support::waiting) << "for a place";
    school_.answer({}, amiras, mother, "withdrawn", school_.today - 8);
    EXPECT_EQ(of(school_.amira), Support::stopped) << "withdrawn";
    school_.answer({}, amiras, mother, "given", school_.today - 7);
    EXPECT_EQ(of(school_.amira), Support::waiting) << "given again";
    school_.answer({}, amiras, school_.amira.father, "refused", school_.today - 6);
    EXPECT_EQ(of(school_.amira), Support::open) << "parents differ";
    school_.answer({}, amiras, school_.amira.father, "given", school_.today - 5);
    EXPECT_EQ(of(school_.amira), Support::waiting);

    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    EXPECT_EQ(of(school_.sam), Support::stopped);
}

// C7: a yes counts only while its giver has a say for the child; the tag knows it as the child's page does.
TEST_F(StoryPage, tells_lists_of_nobody_waiting_for_a_place_by_the_yes_of_who_has_lost_their_say) {
    auto const amiras = running_.another_case(school_.amira);
    for (auto const* step : {"referral", "discussion", "prioritisation", "letter", "consent"})
        running_.step(amiras, step, school_.today - 10);
    school_.answer({}, amiras, school_.amira.mother, "given", school_.today - 9);
    auto const tag = [&] {
        auto const visit = school_.visit(db(), school_.senco);
        auto const amira = *PupilId::parse(school_.amira.id.text());
        return support(visit, {amira}).at(amira);
    };
    EXPECT_EQ(tag(), Support::waiting);
    db().run(
        "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
        school_.school,
        school_.amira.mother
    );
    EXPECT_EQ(tag(), Support::open);
    EXPECT_TRUE(holds(page_for(school_.senco, school_.amira.id).body, "Consent expired"));
}

// Every history of up to two answers of two parents, after the letter and after consent, and a third of them
// with a mother who has lost her say.
TEST_F(StoryPage, tells_lists_of_each_case_what_its_status_says_in_any_history) {
    struct Saying {
        bool mothers = true;
        std::string answer;
        std::optional<Date> expires_on = {};
        std::optional<std::string> form = {};
    };
    std::vector<Saying> const sayings{
        {true, "given"},
        {true, "given", school_.today - 1},
        {true, "withdrawn"},
        {false, "given", std::nullopt, "group"},
        {false, "refused", std::nullopt, "group"},
        {false, "refused"}};
    std::vector<std::vector<Saying>> histories{{}};
    for (std::size_t at = 0; at < histories.size(); ++at)
        if (histories[at].size() < 2)
            for (auto const& saying : sayings) {
                auto longer = histories[at];
                longer.push_back(saying);
                histories.push_back(std::move(longer));
            }
    ASSERT_EQ(histories.size(), 43U);
    std::size_t children = 0;
    for (std::string const reached : {"letter", "consent"})
        for (auto const& history : histories) {
            auto const child =
                school_.add_child("Ada", "Moss" + std::to_string(++children), school_.class_5a);
            auto const the_case = running_.another_case(child);
            for (std::string const step : {"referral", "discussion", "prioritisation", "letter", "consent"}) {
                running_.step(the_case, step, school_.today - 20);
                if (step == reached) break;
            }
            int number = 0;
            for (auto const& [mothers, answer, expires_on, form] : history) {
                ++number;
                db().run(
                    R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route,
                                                   answered_on, received_at, expires_on, form)
                       VALUES ($1, $2, $3, $4, $5, 'link', $6, $7, $8, $9))",
                    school_.school,
                    the_case,
                    number,
                    mothers ? child.mother : child.father,
                    answer,
                    school_.today - 10 + number,
                    school_.now,
                    expires_on,
                    form
                );
            }
            if (children % 3 == 0)
                db().run(
                    "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
                    school_.school,
                    child.mother
                );
        }
    auto const visit = school_.visit(db(), school_.senco);
    auto const open = cases::store::open(db(), visit.school, visit.today);
    std::vector<PupilId> pupils;
    for (auto const& one : open) pupils.push_back(one.pupil.id);
    auto const told = support(visit, pupils);
    EXPECT_EQ(told.size(), pupils.size());
    EXPECT_EQ(support(visit, {pupils.front()}).size(), 1) << "only those who are asked for are told of";
    EXPECT_EQ(open.size(), children + 1);
    std::set<Support> seen;
    for (auto const& one : open) {
        auto const status = cases::status_of(one.facts, visit.today);
        EXPECT_EQ(told.at(one.pupil.id), support_of(one.facts, status))
            << one.pupil.surname << ": " << status.sentence;
        seen.insert(told.at(one.pupil.id));
    }
    EXPECT_EQ(seen, (std::set{Support::open, Support::waiting, Support::programme, Support::stopped}));
}

TEST_F(StoryPage, shows_the_face_that_the_child_chose_to_who_sees_progress) {
    db().run("UPDATE evaluation SET feeling = 'not_so_good' WHERE school_id = $1", school_.school);
    for (auto const* person : {&school_.senco, &school_.teacher_of_4b, &school_.nurture_assistant}) {
        auto const body = body_for(*person);
        EXPECT_TRUE(holds(body, "face--not_so_good")) << person->name;
        EXPECT_TRUE(holds(body, "Not so good")) << person->name;
    }
    EXPECT_FALSE(holds(body_for(school_.safeguarding_lead), "Not so good"));
}

TEST_F(StoryPage, folds_what_happened_long_ago_away_and_keeps_it_on_the_page) {
    EXPECT_FALSE(holds(body_for(school_.senco), "What happened before")) << "a line or two stay in sight";
    for (int number = 4; number < 14; ++number) running_.session(number, school_.today - 1, true);
    auto const body = body_for(school_.senco);
    auto const fold = body.find("What happened before (");
    ASSERT_NE(fold, std::string::npos);
    EXPECT_LT(body.find("Session 13 was held"), fold);
    EXPECT_LT(fold, body.rfind("A concern was raised"));
}

TEST_F(StoryPage, keeps_undoing_below_what_happened) {
    end_sams_place();
    auto const body = body_for(school_.senco);
    EXPECT_LT(body.find("What happened"), body.find("Undo the last step: Start"));
    EXPECT_NE(body.find("Undo the last step: Start"), std::string::npos);
}

TEST_F(StoryPage, offers_no_undoing_of_a_start_once_a_session_was_recorded) {
    EXPECT_FALSE(holds(body_for(school_.senco), "Undo the last step"));
}

TEST_F(StoryPage, has_the_way_to_cpoms_for_everybody_who_sees_the_child) {
    for (auto const* person : {&school_.senco, &school_.safeguarding_lead, &school_.teacher_of_4b})
        EXPECT_TRUE(holds(body_for(*person), "/safeguarding")) << person->name;
}

TEST_F(StoryPage, is_not_there_for_a_pupil_whom_the_school_has_not) {
    EXPECT_EQ(page_for(school_.senco, support::PupilId::make(school_.now)).status, 404);
}

TEST_F(StoryPage, tells_of_a_child_without_any_case) {
    EXPECT_TRUE(holds(page_for(school_.senco, school_.grace.id).body, "Grace has no case"));
}

TEST_F(StoryPage, asks_as_much_of_the_database_for_a_thousand_sessions_as_for_ten) {
    for (int number = 4; number <= 10; ++number) running_.session(number, school_.today - 7, true);
    auto const few = statements_for(school_.senco);
    for (int number = 11; number <= 1000; ++number) {
        running_.evaluation(running_.session(number, school_.today - 7, true), "Well", "ZEBRAFISH");
        // A database that has run for a while knows how many rows there are.
        if (number == 50 || number == 200) db().run("ANALYZE");
    }
    for (int undone = 0; undone < 1000; ++undone) running_.undone_step("waiting_list");
    EXPECT_EQ(statements_for(school_.senco), few);
    EXPECT_LE(few, 22);
}

}  // namespace
}  // namespace story
