// What a story tells of sessions, and of the days on which things happened.
#include "cases/withdrawal_store.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

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

// Of a check-in alone nothing is told until the evaluation is written.
TEST_F(StoryPage, tells_nothing_of_an_evaluation_that_was_only_begun) {
    auto const session = running_.session(4, school_.today - 1, true);
    db().run(
        R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, feeling, voice_for, noticed,
                                   confidence, writing, written_by, written_at)
           SELECT school_id, $1, $1, place_id, pupil_id, 1, 'great', 'only_here', 'Only begun', 'Only begun', 'begun',
                  written_by, written_at
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

TEST_F(StoryPage, shows_the_face_that_the_child_lets_those_who_help_see_to_who_sees_progress) {
    db().run("UPDATE evaluation SET feeling = 'not_so_good' WHERE school_id = $1", school_.school);
    for (auto const* person : {&school_.senco, &school_.teacher_of_4b, &school_.nurture_assistant}) {
        auto const body = body_for(*person);
        EXPECT_TRUE(holds(body, "face--not_so_good")) << person->name;
        EXPECT_TRUE(holds(body, "Not so good")) << person->name;
    }
    EXPECT_FALSE(holds(body_for(school_.safeguarding_lead), "Not so good"));
}

// N3: the child's voice at session end stays in the confidence zone unless the child says otherwise.
TEST_F(StoryPage, keeps_what_the_child_said_at_the_end_with_who_delivers_unless_the_child_says_otherwise) {
    auto const says = [&](std::string const& said_for) {
        db().run(
            R"(UPDATE evaluation SET feeling = 'not_so_good', own_words = 'It was QUAGGA loud', voice_for = $1,
                                     confidence = ''
                WHERE school_id = $2)",
            said_for,
            school_.school
        );
    };
    auto const sees = [&](support::Person const& person) {
        auto const body = body_for(person);
        EXPECT_EQ(holds(body, "Not so good"), holds(body, "QUAGGA")) << person.name;
        return holds(body, "QUAGGA");
    };
    says("only_here");
    EXPECT_TRUE(sees(school_.nurture_assistant));
    for (auto const* person :
         {&school_.senco, &school_.teacher_of_4b, &school_.headteacher, &school_.second_nurture_assistant})
        EXPECT_FALSE(sees(*person)) << person->name;
    EXPECT_FALSE(holds(body_after(school_.nurture_assistant, 9 * hours), "QUAGGA"));
    EXPECT_TRUE(holds(body_after(school_.nurture_assistant, 9 * hours), "Show what Sam said"));
    says("helpers");
    for (auto const* person : {&school_.nurture_assistant, &school_.senco, &school_.teacher_of_4b})
        EXPECT_TRUE(sees(*person)) << person->name;
    for (auto const* person :
         {&school_.headteacher, &school_.safeguarding_lead, &school_.second_nurture_assistant})
        EXPECT_FALSE(sees(*person)) << person->name;
    EXPECT_TRUE(holds(body_after(school_.nurture_assistant, 9 * hours), "QUAGGA")) << "it waits for no proof";
}

TEST_F(StoryPage, offers_no_undoing_of_a_start_once_a_session_was_recorded) {
    EXPECT_FALSE(holds(body_for(school_.senco), "Undo the last step"));
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
