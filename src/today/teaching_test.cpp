// Today of a class teacher.
#include "assessments/actions.hpp"
#include "assessments/shipped.hpp"
#include "referrals/concern_routes.hpp"
#include "support/answered.hpp"
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
    EXPECT_TRUE(holds(body, "By Friday 15 May"));
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Waiting for 2 days"));
}

TEST_F(Today, says_how_long_a_question_and_a_parents_concern_are_overdue) {
    auto const overdue = "6 days overdue";  // since Wednesday 6 May
    for (auto const* person : {&school_.teacher_of_4b, &school_.nurture_assistant, &school_.senco})
        EXPECT_FALSE(holds(page_for(*person), overdue)) << person->name;
    ask("How is Sam at break?", 11);
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), overdue));
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), overdue)) << "who waits for the answer";

    auto const concern = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET source = 'parent', written_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now - 11 * (24 * hours),
        school_.school,
        concern
    );
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Answer the parent who raised a concern about Sam"));
    EXPECT_TRUE(holds(body, overdue));
}

// I5: the parent who raised a concern hears from somebody, and whoever wrote it down is not told the least.
TEST_F(Today, asks_the_class_teacher_and_a_headteacher_who_wrote_it_down_to_answer_a_parent) {
    auto const words = "Answer the parent who raised a concern about Sam Okafor";
    auto const of_a_parent = [&](support::Person const& writer) {
        auto const concern = running_.concern(running_.text_case, school_.sam.id, writer);
        db().run(
            "UPDATE concern SET source = 'parent' WHERE school_id = $1 AND id = $2", school_.school, concern
        );
        return concern;
    };
    auto const first = of_a_parent(school_.support_staff);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, words));
    EXPECT_TRUE(holds(body, "/concerns/" + first));
    EXPECT_TRUE(holds(body, "wrote it down on Thursday 2 April. The SENCo is asked too"));
    for (auto const* person : {&school_.teacher_of_5a, &school_.headteacher, &school_.support_staff})
        EXPECT_FALSE(holds(page_for(*person), words)) << person->name;

    of_a_parent(school_.headteacher);
    EXPECT_TRUE(holds(page_for(school_.headteacher), words));
    EXPECT_TRUE(holds(page_for(school_.headteacher), "You wrote it down"));
    db().run(
        R"(UPDATE concern SET answer = 'Rang home', answered_by = $1, answered_at = $2
            WHERE school_id = $3 AND source = 'parent')",
        school_.senco.staff,
        school_.now,
        school_.school
    );
    for (auto const* person : {&school_.teacher_of_4b, &school_.headteacher})
        EXPECT_FALSE(holds(page_for(*person), words)) << person->name;
}

TEST_F(Today, leads_a_class_teacher_who_also_delivers_to_a_form_that_answers_the_parent) {
    auto const concern = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET source = 'parent' WHERE school_id = $1 AND id = $2", school_.school, concern
    );
    auto const page = [&](bool teaches_too) {
        auto visit = school_.visit(db(), school_.nurture_assistant);
        if (teaches_too) visit.who.roles.push_back({visits::Role::class_teacher, school_.class_4b, "4B"});
        auto request = school_.get(school_.nurture_assistant, "/concerns/" + concern);
        request.segments = {{"concern", concern}};
        for (auto const& route : referrals::concern_routes())
            if (route.method == "GET" && route.path == "/concerns/{concern}")
                return support::answered(route, visit, request).body;
        return std::string();
    };
    auto const form = "action=\"/concerns/" + concern + "/answer\"";
    EXPECT_TRUE(holds(page(true), form));
    EXPECT_TRUE(holds(page(false), "Stands alone at break"));
    EXPECT_FALSE(holds(page(false), form));
}

TEST_F(Today, of_a_class_teacher_offers_to_send_a_message_only_where_e_mail_is_set_up) {
    write_to_mother("Sam had a good week");
    EXPECT_TRUE(holds(page_with_mail_for(school_.teacher_of_4b), "Send it as it stands"));
    auto const without = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(without, "Sam had a good week"));
    EXPECT_FALSE(holds(without, "Send it as it stands"));
}

TEST_F(Today, asks_the_class_teacher_for_this_weeks_rating_of_a_child_who_waits) {
    auto const waiting = running_.another_case(school_.grace);
    for (auto const* step : {"referral", "discussion", "prioritisation", "waiting_list"})
        running_.step(waiting, step, school_.today - 9);
    auto const asks = "Rate this week for Grace";
    EXPECT_FALSE(holds(page_for(school_.teacher_of_5a), asks)) << "the school has no instrument";
    auto senco = school_.visit(db(), school_.senco);
    ASSERT_TRUE(assessments::load(senco, std::string(assessments::shipped("withy-observation")->document), {})
    );
    auto const body = page_for(school_.teacher_of_5a);
    EXPECT_TRUE(holds(body, asks));
    EXPECT_TRUE(holds(body, ": 1 of 3"));
    EXPECT_TRUE(holds(body, "?occasion=weekly"));
    EXPECT_TRUE(holds(body, "By Friday 15 May"));
    EXPECT_FALSE(holds(page_for(school_.teacher_of_4b), asks));
}

// S4, H1: what waits for the class teacher has a day, and whoever wrote it sees that it waits.
TEST_F(Today, gives_a_message_to_a_parent_a_day_and_says_to_its_author_that_it_waits) {
    auto const waits = "The class teacher, to see to a message to Mum of Sam Okafor about Sam Okafor";
    auto const& author = school_.nurture_assistant;
    auto const& teacher = school_.teacher_of_4b;
    auto const statements = statements_for(author);
    write_to_mother("Sam had a good week", 2);
    EXPECT_TRUE(holds(page_for(teacher), "By Friday 15 May"));
    auto const body = page_for(author);
    EXPECT_TRUE(holds(body, waits));
    EXPECT_TRUE(holds(body, "Waiting for 2 days"));
    EXPECT_EQ(statements_for(author), statements + 1) << "the school's days alone, as for a question";
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), waits));

    auto const overdue = "6 days overdue";  // since Wednesday 6 May
    for (auto const* person : {&teacher, &author}) {
        EXPECT_FALSE(holds(page_for(*person), overdue)) << person->name;
        db().run(
            "UPDATE parent_message SET written_at = $1 WHERE school_id = $2",
            school_.now - 11 * (24 * hours),
            school_.school
        );
        EXPECT_TRUE(holds(page_for(*person), overdue)) << person->name;
        db().run(
            "UPDATE parent_message SET written_at = $1 WHERE school_id = $2", school_.now, school_.school
        );
    }
    db().run(
        R"(UPDATE parent_message SET state = 'spoken', handled_by = $1, handled_at = $2 WHERE school_id = $3)",
        school_.teacher_of_4b.staff,
        school_.now,
        school_.school
    );
    EXPECT_FALSE(holds(page_for(author), waits)) << "once it was seen to";
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
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), "Give the measure before the programme for Sam Okafor")
    );
}

TEST_F(Today, of_a_class_teacher_says_nothing_is_for_them_only_where_nothing_of_the_child_waits) {
    auto const nothing = "nothing is for you to do";
    running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
    auto body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You are asked to give the measure before the programme."));
    EXPECT_FALSE(holds(body, nothing));
    db().run("UPDATE concern SET source = 'parent' WHERE school_id = $1", school_.school);
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), "and answer the parent who raised a concern."));
    db().run("UPDATE concern SET source = 'staff' WHERE school_id = $1", school_.school);
    ask("How is Sam at break?");
    write_to_mother("Sam had a good week");
    body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "You are asked to answer a question, see to a message to "));
    EXPECT_FALSE(holds(body, nothing));
}

}  // namespace
}  // namespace today
