// Today of a class teacher.
#include "today/day_test.hpp"

namespace today {
namespace {

TEST_F(Today, of_a_class_teacher_takes_an_answer_in_place) {
    ask("How is Sam at break?");
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Answer about Sam"));
    EXPECT_TRUE(holds(body, "Joan Barker asks: How is Sam at break?"));
    EXPECT_TRUE(holds(body, "name=\"answer\""));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_5a), "How is Sam at break?"));
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Waiting for 2 days"));
}

TEST_F(Today, of_a_class_teacher_offers_to_send_a_message_only_where_e_mail_is_set_up) {
    write_to_mother("Sam had a good week");
    EXPECT_TRUE(holds(page_with_mail_for(school_.teacher_of_4b), "Send it as it stands"));
    auto const without = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(without, "Sam had a good week"));
    EXPECT_FALSE(holds(without, "Send it as it stands"));
}

TEST_F(Today, of_a_class_teacher_says_who_is_out_of_class_when_and_where) {
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Out of class for support this week"));
    EXPECT_TRUE(holds(body, "Tuesday 12 May at 10:30, 45 minutes"));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_5a), "Sam Okafor"));
}

TEST_F(Today, of_a_class_teacher_leaves_out_of_class_nobody_whose_yes_has_run_out) {
    auto const out = "Out of class for support this week";
    agree_until(school_.today);
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), out)) << "on its last day";
    agree_until(school_.today, consent::Form::one_to_one);
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), out)) << "of a yes to another form";
    agree_until(school_.today - 1);
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), out));
}

TEST_F(Today, of_a_class_teacher_says_that_todays_session_of_a_child_fell_out_and_not_why) {
    auto const statements = statements_for(school_.teacher_of_4b);
    falls_out(running_.todays_session);
    EXPECT_EQ(statements_for(school_.teacher_of_4b), statements);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Does not take place today"));
    EXPECT_TRUE(holds(body, "It was planned for 10:30."));
    EXPECT_TRUE(holds(body, "Stays in class"));
    EXPECT_FALSE(holds(body, "Tuesday 12 May at 10:30, 45 minutes"));
    EXPECT_FALSE(holds(body, "child was absent"));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_5a), "Does not take place today"));
    agree_until(school_.today - 1);
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), "Does not take place today"))
        << "where a yes has run out, it was none of the child's";
}

TEST_F(Today, of_a_class_teacher_says_to_which_day_todays_session_was_put_off) {
    falls_out(running_.todays_session, true);
    auto const instead = running_.session(2, school_.today + 2, false);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "It was planned for 10:30, and put off to Thursday 14 May at 10:30."));
    EXPECT_TRUE(holds(body, "Thursday 14 May at 10:30, 45 minutes"));
    falls_out(instead);
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), "It was planned for 10:30."))
        << "once that day fell out too";
    school_.today = school_.today + 1;
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), "Does not take place today")) << "of another day";
}

TEST_F(Today, of_a_class_teacher_measures_before_the_programme) {
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), "Say where Sam Okafor is now"));
}

TEST_F(Today, of_a_class_teacher_says_nothing_is_for_them_only_where_nothing_of_the_child_waits) {
    auto const nothing = "nothing is for you to do";
    running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
    auto body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You are asked to say where Sam is now."));
    EXPECT_FALSE(holds(body, nothing));
    ask("How is Sam at break?");
    write_to_mother("Sam had a good week");
    body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You are asked to answer a question, see to a message to "));
    EXPECT_FALSE(holds(body, nothing));
}

}  // namespace
}  // namespace today
