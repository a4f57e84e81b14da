// Who reads what of a child's story.
#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "programmes/change_actions.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

TEST_F(StoryPage, says_why_it_is_seen_where_things_stand_and_what_is_next) {
    auto const body = body_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You see this because you teach 4B."));
    EXPECT_TRUE(holds(body, "Sessions are running with Joan Barker"));
    EXPECT_TRUE(holds(body, "Next session: </strong>Tuesday 12 May at 10:30 in The Den"));
    EXPECT_TRUE(holds(body, "I join in at break"));
    EXPECT_TRUE(holds(body, "Sam asked a friend to play"));
}

TEST_F(StoryPage, offers_the_answers_to_the_senco_where_somebody_was_asked) {
    EXPECT_TRUE(holds(body_for(school_.senco), "See the answers"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "See the answers"));
    auto const of_amira = running_.id();
    db().run(
        "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, $4)",
        school_.school,
        of_amira,
        school_.amira.id,
        school_.now
    );
    running_.concern(of_amira, school_.amira.id, school_.teacher_of_4b);
    running_.step(of_amira, "concern", school_.today);
    auto const not_asked = page_for(school_.senco, school_.amira.id).body;
    EXPECT_TRUE(holds(not_asked, "Consent has not been asked for yet"));
    EXPECT_FALSE(holds(not_asked, "See the answers"));
}

TEST_F(StoryPage, leads_the_administrator_to_the_roll_entry_and_to_contacts_and_nobody_else_to_the_roll) {
    auto const office = body_for(school_.administrator);
    EXPECT_TRUE(holds(office, "Roll entry"));
    EXPECT_TRUE(holds(office, "/contacts\""));
    for (auto const* person : {&school_.senco, &school_.teacher_of_4b, &school_.support_staff})
        EXPECT_FALSE(holds(body_for(*person), "Roll entry")) << person->name;
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
    EXPECT_TRUE(holds(own, "In confidence:"));
}

TEST_F(StoryPage, shows_what_was_confided_once_its_reader_showed_who_they_are) {
    auto const& deliverer = school_.nurture_assistant;
    EXPECT_TRUE(holds(body_after(deliverer, 8 * hours - 1), "ZEBRAFISH"));
    auto const later = body_after(deliverer, 8 * hours);
    EXPECT_FALSE(holds(later, "ZEBRAFISH"));
    EXPECT_FALSE(holds(later, "In confidence:"));
    EXPECT_TRUE(holds(later, "Show what Sam said"));
    EXPECT_TRUE(holds(later, "/prove?then=%2Fpupils%2F" + std::string(school_.sam.id.text())));
    EXPECT_TRUE(holds(later, "Sam asked a friend to play")) << "everything else is there";
    EXPECT_FALSE(holds(body_after(school_.senco, 9 * hours), "Show what Sam said")) << "it is not theirs";
}

TEST_F(StoryPage, asks_for_no_proof_where_nothing_was_confided) {
    db().run("UPDATE evaluation SET confidence = '' WHERE school_id = $1", school_.school);
    EXPECT_FALSE(holds(body_after(school_.nurture_assistant, 9 * hours), "Show what Sam said"));
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
    school_.headteacher_opens(school_.sam.id);
    EXPECT_TRUE(holds(body_for(school_.senco), "Consent was given by Mum of Sam Okafor"));
    EXPECT_TRUE(holds(body_for(school_.headteacher), "Consent was given by Mum of Sam Okafor"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Mum of Sam Okafor"));
    EXPECT_TRUE(holds(body_for(school_.teacher_of_4b), "Consent was given"));
}

TEST_F(StoryPage, says_who_decided_where_parents_differ_and_why_to_those_who_may_decide) {
    school_.answer({}, running_.text_case, school_.sam.father, "refused", school_.today);
    db().run(
        R"(INSERT INTO consent_answer (school_id, case_id, number, answer, route, answered_on, received_at, recorded_by,
                                       reason)
           VALUES ($1, $2, 9, 'decided_to_go_ahead', 'decision', $3, $4, $5, 'Dad was heard
at length'))",
        school_.school,
        running_.text_case,
        school_.today,
        school_.now,
        school_.headteacher.staff
    );
    school_.headteacher_opens(school_.sam.id);
    auto const decided = "Parents differ; it was decided to go ahead";
    for (auto const* person : {&school_.senco, &school_.headteacher, &school_.teacher_of_4b}) {
        auto const body = body_for(*person);
        auto const at = body.find(decided);
        ASSERT_NE(at, std::string::npos) << person->name;
        EXPECT_EQ(body.find(decided, at + 1), std::string::npos) << "it is said once";
        auto const entry = body.substr(body.rfind("<li", at), 600);
        EXPECT_TRUE(holds(entry, school_.headteacher.name)) << entry;
    }
    EXPECT_TRUE(holds(body_for(school_.senco), "Dad was heard<br>at length"));
    EXPECT_TRUE(holds(body_for(school_.headteacher), "Dad was heard<br>at length"));
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), "Dad was heard<br>at length"));
}

TEST_F(StoryPage, keeps_undone_steps_with_their_reason) {
    running_.undone_step("waiting_list");
    auto const body = body_for(school_.senco);
    EXPECT_TRUE(holds(body, "Undone: Waiting list (2 entries)"));
    EXPECT_TRUE(holds(body, "Entered for the wrong Sam"));
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

TEST_F(StoryPage, keeps_the_lines_in_which_a_person_wrote) {
    auto const concern = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET seen = $1 WHERE school_id = $2 AND id = $3",
        "Alone at break\nAlone at lunch",
        school_.school,
        concern
    );
    running_.evaluation(running_.session(4, school_.today - 1, true), "He asked to play\nHe waited", "");
    auto const body = body_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Alone at break<br>Alone at lunch"));
    EXPECT_TRUE(holds(body, "He asked to play<br>He waited"));
}

TEST_F(StoryPage, tells_what_a_parent_was_told_of_their_concern_when_and_by_whom) {
    auto const line = "The parent who raised a concern was answered";
    EXPECT_FALSE(holds(body_for(school_.teacher_of_4b), line));
    auto const concern = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        R"(UPDATE concern SET source = 'parent', answer = 'We talked at the gate', answered_by = $1, answered_at = $2
            WHERE school_id = $3 AND id = $4)",
        school_.senco.staff,
        school_.now,
        school_.school,
        concern
    );
    auto const body = body_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, line));
    EXPECT_TRUE(holds(body, "We talked at the gate"));
}

class AssessmentsInAStory : public StoryPage {
protected:
    AssessmentsInAStory() {
        auto visit = school_.visit(db(), school_.senco);
        visit.db.enter(school_.school);
        EXPECT_TRUE(
            assessments::load(visit, std::string(assessments::shipped("withy-observation")->document), {})
        );
    }

    CaseId the_case() const { return *CaseId::parse(running_.text_case); }
    assessments::AssessmentId rates(assessments::Occasion occasion, Date on) {
        auto visit = school_.visit(db(), school_.teacher_of_4b);
        auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
        assessments::Rating rating{
            .informant = assessments::Informant::class_teacher, .occasion = occasion, .rated_on = on};
        auto const* const form = form_for(loaded.instrument, occasion);
        for (auto const& item : loaded.instrument.items)
            if (form->items.empty() || std::ranges::count(form->items, item.number) > 0)
                rating.ratings.push_back({item.number, 2});
        return assessments::rate(visit, the_case(), loaded, rating).value();
    }
};

TEST_F(AssessmentsInAStory, are_told_with_whose_view_it_is_and_lead_to_the_scores) {
    auto const id = rates(assessments::Occasion::entry, school_.today - 3);
    for (auto const* const person : {&school_.teacher_of_4b, &school_.senco, &school_.nurture_assistant}) {
        auto const body = body_for(*person);
        EXPECT_TRUE(holds(body, "Rated by “")) << person->name;
        EXPECT_TRUE(holds(body, "On entry, as the class teacher sees it. Entered on")) << person->name;
        EXPECT_TRUE(holds(body, assessments::path_of(the_case(), id))) << person->name;
    }
    EXPECT_FALSE(holds(body_for(school_.support_staff), "Rated by “")) << "who sees no progress";
}

TEST_F(AssessmentsInAStory, say_that_one_was_taken_back_since) {
    auto const id = rates(assessments::Occasion::entry, school_.today);
    EXPECT_FALSE(holds(body_for(school_.senco), ", taken back since"));
    auto visit = school_.visit(db(), school_.teacher_of_4b);
    ASSERT_TRUE(assessments::take_back(visit, the_case(), id, "Of another child"));
    EXPECT_TRUE(holds(body_for(school_.senco), ", taken back since"));
}

TEST_F(AssessmentsInAStory, leave_weekly_ratings_to_the_page_of_weeks) {
    rates(assessments::Occasion::weekly, school_.today);
    EXPECT_FALSE(holds(body_for(school_.senco), "Rated by “"));
}

}  // namespace
}  // namespace story
