// What Today says once consent was withdrawn, and once a place has ended.
#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, says_on_top_to_deliverer_and_class_teacher_that_consent_was_withdrawn_and_for_seven_days) {
    end_place("consent_withdrawn", school_.today - 7);
    auto const words = "Consent for Sam Okafor was withdrawn on Tuesday 5 May; no more sessions.";
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), words));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words));
    for (auto const* other :
         {&school_.second_nurture_assistant,
          &school_.teacher_of_5a,
          &school_.support_staff,
          &school_.governor})
        EXPECT_FALSE(holds(page_for(*other), "was withdrawn")) << other->name;
}

TEST_F(Today, says_no_more_after_seven_days_that_consent_was_withdrawn) {
    end_place("consent_withdrawn", school_.today - 8);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "no more sessions"));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), "no more sessions"));
}

TEST_F(Today, says_the_day_on_which_consent_was_withdrawn_and_not_that_of_its_recording) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 3);
    end_place("consent_withdrawn", school_.today);
    auto const words = "Consent for Sam Okafor was withdrawn on Saturday 9 May; no more sessions.";
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), words));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words));
    auto const senco = page_for(school_.senco);
    EXPECT_TRUE(holds(senco, "on Saturday 9 May;"));
    EXPECT_FALSE(holds(senco, "withdrawn on Tuesday 12 May"));
}

TEST_F(Today, says_on_top_to_the_senco_who_withdrew_and_in_which_words_until_it_is_set_aside) {
    db().run(
        R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                       received_at, reason)
           SELECT $1, $2, max(number) + 1, $3, 'withdrawn', 'link', $4, $5, 'She came home upset'
             FROM consent_answer WHERE school_id = $1 AND case_id = $2)",
        school_.school,
        running_.text_case,
        school_.sam.mother,
        school_.today - 3,
        school_.now
    );
    end_place("consent_withdrawn", school_.today);
    auto const banner = "Consent for Sam Okafor was withdrawn by Mum of Sam Okafor on Saturday 9 May";
    auto const body = page_for(school_.senco);
    EXPECT_LT(body.find(banner), body.find("Decide what follows")) << "above all work";
    EXPECT_TRUE(holds(body, "She came home upset"));
    EXPECT_TRUE(holds(body, "Decide what follows for Sam Okafor"));
    EXPECT_FALSE(holds(body, "Decide what follows now that")) << "the task would say it a second time";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "She came home upset"));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), "She came home upset"));
    school_.answer({}, running_.text_case, school_.sam.mother, "given", school_.today);
    auto const after = page_for(school_.senco);
    EXPECT_FALSE(holds(after, "was withdrawn by"));
    EXPECT_TRUE(holds(after, "Give Sam another place in a programme"));
}

// The one who was heard last, with the way on, although the other had said so of a later day.
TEST_F(Today, says_the_withdrawal_of_both_parents_once_with_what_follows) {
    school_.answer({}, running_.text_case, school_.sam.father, "withdrawn", school_.today - 1);
    school_.now = school_.now + 1 * minutes;
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 3);
    end_place("consent_withdrawn", school_.today);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "was withdrawn by Mum of Sam Okafor on Saturday 9 May"));
    EXPECT_FALSE(holds(body, "was withdrawn by Dad of Sam Okafor"));
    EXPECT_TRUE(holds(body, "Decide what follows for Sam Okafor"));
}

TEST_F(Today, says_a_withdrawal_to_the_senco_by_the_task_alone_once_deciding_is_late) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 6);
    end_place("consent_withdrawn", school_.today - 6);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Decide what follows now that"));
    EXPECT_TRUE(holds(body, "Overdue"));
    EXPECT_FALSE(holds(body, "no more sessions."));
}

TEST_F(Today, says_nothing_of_a_place_that_ended_for_another_reason) {
    end_place("left_school", school_.today);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "was withdrawn"));
}

TEST_F(Today, asks_the_deliverer_to_end_a_programme_that_every_child_has_left_and_to_plan_nothing) {
    end_place("consent_withdrawn", school_.today);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "End Friendship group"));
    EXPECT_TRUE(holds(body, "Every child has left it."));
    EXPECT_FALSE(holds(body, "Plan session 3"));
    EXPECT_FALSE(holds(body, "10:30 Friendship group"));
}

}  // namespace
}  // namespace today
