// Today of the SENCo.
#include "data_map/rows_store.hpp"
#include "data_requests/actions.hpp"
#include "data_requests/lines_rules.hpp"
#include "data_requests/store.hpp"
#include "pupils/family_store.hpp"
#include "today/day_test.hpp"

namespace today {
namespace {

// C3: what is said about one form sets nothing aside that was said about the other.
TEST_F(Today, says_nothing_of_a_yes_to_another_form_beside_the_one_by_which_sessions_go_on) {
    agree_until(school_.today + 300, consent::Form::group);
    auto const before = page_for(school_.senco);
    agree_until(school_.today + 300, consent::Form::one_to_one);
    EXPECT_EQ(holds(page_for(school_.senco), "consent again"), holds(before, "consent again"));
}

// V5.
TEST_F(Today, has_a_request_that_holds_no_more_with_who_prepares_it_and_not_with_who_signs) {
    auto senco = school_.visit(db(), school_.senco);
    auto const id = data_requests::receive(
        senco,
        {.about = data_requests::About::child,
         .pupil = PupilId::parse(school_.sam.id.text()),
         .asked_by = "Ms Wood",
         .received_on = school_.today,
         .identity_check = "Known to the office"}
    );
    auto const request = [&] { return *data_requests::store::find(db(), school_.school, id); };
    auto const is_prepared = [&] {
        auto const held = data_requests::held(senco, request());
        EXPECT_TRUE(data_requests::prepare(senco, request(), data_requests::digest_of(held.lines)));
    };
    auto const is_held_longer = [&](std::string const& hold) {
        db().run(
            R"(INSERT INTO retention_hold (school_id, id, pupil_id, reason, made_by, made_at)
               VALUES ($1, $2, $3, 'A complaint', $4, 1))",
            school_.school,
            hold,
            school_.sam.id,
            school_.senco.staff
        );
    };
    is_prepared();
    EXPECT_TRUE(holds(page_for(school_.headteacher), "Sign what is held about " + school_.sam.name));
    EXPECT_TRUE(holds(page_for(school_.headteacher), " by Ms Wood, for themselves."));
    EXPECT_FALSE(holds(page_for(school_.senco), "Prepare again"));

    db().run("UPDATE staff SET name = name || ' Elder' WHERE school_id = $1", school_.school);
    EXPECT_TRUE(holds(page_for(school_.senco), "Prepare again")) << "its lines name them otherwise";
    db().run("UPDATE staff SET name = replace(name, ' Elder', '') WHERE school_id = $1", school_.school);
    EXPECT_FALSE(holds(page_for(school_.senco), "Prepare again"));

    is_held_longer("one");
    EXPECT_FALSE(holds(page_for(school_.headteacher), "what is held"));
    EXPECT_TRUE(holds(page_for(school_.senco), "Prepare again what is held"));

    EXPECT_TRUE(data_requests::prepare_again(senco, request()));
    is_prepared();
    auto head = school_.visit(db(), school_.headteacher);
    EXPECT_TRUE(data_requests::sign(head, request()));
    is_held_longer("two");
    EXPECT_TRUE(holds(page_for(school_.senco), "Give out what is held")) << "as it was signed";

    db().run("UPDATE pupil SET born_on = '2016-02-03' WHERE id = $1", school_.sam.id);
    EXPECT_FALSE(holds(page_for(school_.senco), "Give out what is held"));
    EXPECT_TRUE(holds(page_for(school_.senco), "Prepare again what is held"));

    EXPECT_TRUE(data_requests::withdraw(senco, request(), "It was for another child"));
    EXPECT_FALSE(holds(page_for(school_.senco), "what is held"));
}

// One statement for each table that may tell of the child; the lines and decisions are read where these
// differ.
TEST_F(Today, sees_by_what_is_stored_alone_that_a_request_still_holds) {
    auto const without = statements_for(school_.headteacher);
    auto senco = school_.visit(db(), school_.senco);
    auto const sam = PupilId::parse(school_.sam.id.text());
    auto const id = data_requests::receive(
        senco,
        {.about = data_requests::About::child,
         .pupil = sam,
         .asked_by = "Ms Wood",
         .received_on = school_.today,
         .identity_check = "Known to the office"}
    );
    auto const request = [&] { return *data_requests::store::find(db(), school_.school, id); };
    auto const in_hand = statements_for(school_.headteacher) - without;
    auto const held = data_requests::held(senco, request());
    ASSERT_TRUE(data_requests::prepare(senco, request(), data_requests::digest_of(held.lines)));
    auto const before = db().statements_run();
    data_map::rows_about(db(), school_.school, data_map::About::child, std::string(sam->text()));
    auto const tables = db().statements_run() - before;
    constexpr int of_names = 2;
    EXPECT_EQ(statements_for(school_.headteacher) - without, in_hand + tables + of_names) << tables;
}

// N7.
TEST_F(Today, of_the_senco_tells_of_changed_addresses_but_for_those_of_the_sencos_own_child) {
    db().run(
        R"(INSERT INTO address_change (school_id, id, contact_id, address_before, address, made_by, made_at)
           VALUES ($1, $2, $3, '', 'new@x.example', $4, 1))",
        school_.school,
        running_.id(),
        school_.sam.mother,
        school_.administrator.staff
    );
    EXPECT_TRUE(holds(page_for(school_.senco), "new@x.example"));
    auto const mother = ContactId::parse(school_.sam.mother.text()).value();
    pupils::family_store::note(db(), school_.school, mother, school_.senco.staff);
    EXPECT_FALSE(holds(page_for(school_.senco), "new@x.example"));
}

// C1, C7.
TEST_F(Today, tells_the_senco_that_consent_came_from_somebody_without_a_say) {
    auto const heard = "Consent came from somebody who has no say for the child any more";
    EXPECT_FALSE(holds(page_for(school_.senco), heard));
    db().run("UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1", school_.school);
    EXPECT_TRUE(holds(page_for(school_.senco), heard));
}

// G1, C2: places enough, and consent for too few of these.
TEST_F(Today, of_the_senco_asks_where_consent_lets_too_few_of_the_children_start) {
    running_.programme = group_to_start_today("Kite group");
    auto const of_grace = running_.another_case(school_.grace);
    running_.join(of_grace, school_.grace);
    for (auto const& child : {school_.amira, school_.tom, school_.add_child("Kim", "Reed", school_.class_4b)})
        running_.join(running_.another_case(child), child);
    auto const asks = "See that enough children can start Kite group";
    auto const waits = "The SENCo, to say why Kite group may start with 3 children";
    EXPECT_FALSE(holds(page_for(school_.senco), asks)) << "consent is in force for all four";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), waits));
    auto const statements = statements_for(school_.senco);

    school_.answer({}, of_grace, school_.grace.father, "refused", school_.today);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, asks));
    EXPECT_TRUE(holds(body, "Consent lets only 3 of 4 children start; its page says who can&#39;t."));
    EXPECT_TRUE(holds(body, "/programmes/" + running_.programme));
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), waits)) << "as many, by the same rule";
    EXPECT_EQ(statements_for(school_.senco), statements);

    auto const change = [&](db::Sql sql, auto const& value) {
        db().run(sql, value, school_.school, running_.programme);
    };
    auto const starts_on = [&](Date day) {
        change("UPDATE programme SET starts_on = $1 WHERE school_id = $2 AND id = $3", day);
    };
    starts_on(school_.today + 8);
    EXPECT_FALSE(holds(page_for(school_.senco), asks)) << "there is time";
    starts_on(school_.today + 7);
    EXPECT_TRUE(holds(page_for(school_.senco), asks));
    EXPECT_TRUE(holds(page_for(school_.senco), "By Tuesday 19 May"));
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), waits));
    starts_on(school_.today - 1);
    EXPECT_TRUE(holds(page_for(school_.senco), asks));
    EXPECT_TRUE(holds(page_for(school_.senco), "1 day overdue"));

    auto const said_of = [&](int children) {
        change(
            "UPDATE programme SET few_children_reason = 'Friends', few_children = $1 WHERE school_id = $2 "
            "AND id = $3",
            children
        );
    };
    said_of(3);
    EXPECT_FALSE(holds(page_for(school_.senco), asks)) << "it was said why of three";
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), ">Start Kite group"));
    change(
        "UPDATE programme SET few_children_reason = '', few_children = $1 WHERE school_id = $2 AND id = $3",
        std::optional<int>()
    );
    EXPECT_TRUE(holds(page_for(school_.senco), asks));
    school_.answer({}, of_grace, school_.grace.father, "given", school_.today);
    EXPECT_FALSE(holds(page_for(school_.senco), asks)) << "the answer came in";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), waits));
}

// C2: in force today, and not on the first day.
TEST_F(Today, of_the_senco_asks_where_a_yes_ends_before_the_first_day) {
    running_.programme = group_to_start_today("Kite group");
    for (auto const& child :
         {school_.grace,
          school_.amira,
          school_.tom,
          school_.add_child("Kim", "Reed", school_.class_4b),
          school_.add_child("Una", "Reed", school_.class_4b)})
        running_.join(running_.another_case(child), child);
    auto const asks = "Consent lets only 3 of 5 children start";
    auto const yes_of_two_ends_on = [&](Date last) {
        db().run(
            "UPDATE programme SET starts_on = $1 WHERE school_id = $2 AND id = $3",
            school_.today + 3,
            school_.school,
            running_.programme
        );
        for (auto const& mother : {school_.grace.mother, school_.tom.mother})
            db().run(
                R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                               received_at, expires_on)
                   SELECT a.school_id, a.case_id, max(a.number) + 1, $1, 'given', 'link', $2, $3, $4
                     FROM consent_answer a WHERE a.school_id = $5 AND a.contact_id = $1
                    GROUP BY a.school_id, a.case_id)",
                mother,
                school_.today,
                school_.now,
                last,
                school_.school
            );
    };
    yes_of_two_ends_on(school_.today + 2);
    EXPECT_TRUE(holds(page_for(school_.senco), asks));
    yes_of_two_ends_on(school_.today + 3);
    EXPECT_FALSE(holds(page_for(school_.senco), asks));
}

// N2: what a child asks is weighed before work that merely has a day.
TEST_F(Today, of_the_senco_puts_a_childs_objection_before_what_is_overdue) {
    running_.another_case(school_.amira);
    auto const asking = running_.id();
    db().run(
        R"(INSERT INTO sharing_agreement (school_id, id, case_id, asked_on, asked_by, understands, why_judged,
                                          made_at)
           VALUES ($1, $2, $3, $4, $5, 1, 'Said so in own words', $6))",
        school_.school,
        asking,
        running_.text_case,
        school_.today,
        school_.nurture_assistant.staff,
        school_.now
    );
    db().run(
        R"(INSERT INTO agreed_share (school_id, id, agreement_id, zone, role, answer)
           VALUES ($1, $2, $3, 'progress', 'headteacher', 'no'))",
        school_.school,
        running_.id(),
        asking
    );
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "First</h2>"));
    EXPECT_TRUE(holds(body, "Overdue</h2>"));
    EXPECT_LT(body.find("Answer Sam&#39;s objection"), body.find("Overdue</h2>"));
}

TEST_F(Today, of_the_senco_says_what_is_overdue_in_words) {
    running_.another_case(school_.amira);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Decide whether Amira is to be referred"));
    EXPECT_TRUE(holds(body, "15 days overdue"));
}

TEST_F(Today, of_the_senco_says_once_what_is_to_be_done_for_several_children) {
    auto const together = "Decide whether there is to be a referral";
    running_.another_case(school_.amira);
    EXPECT_FALSE(holds(page_for(school_.senco), together)) << "one is a click away";
    running_.another_case(school_.add_child("Kim", "Reed", school_.class_4b));
    EXPECT_FALSE(holds(page_for(school_.senco), together)) << "and so are two";
    running_.another_case(school_.add_child("Ned", "Reed", school_.class_4b));
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, together + std::string(" (3)")));
    EXPECT_TRUE(holds(body, "Amira, Kim and Ned"));
    EXPECT_TRUE(holds(body, "15 days overdue")) << "the day of the most urgent";
    for (auto const* name : {">Amira</a>", ">Kim</a>", ">Ned</a>"}) EXPECT_TRUE(holds(body, name)) << name;
}

// Two names stand beside each other for each of them, so that commas part one parent from the next alone.
TEST_F(Today, of_the_senco_names_each_parent_who_is_waited_for_with_the_child) {
    ask_mother_of(school_.amira);
    ask_mother_of(school_.tom);
    ask_mother_of(school_.add_child("Kim", "Reed", school_.class_4b));
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Parents, to answer a letter (3)"));
    EXPECT_TRUE(
        holds(body, "Mum of Amira Haddad (Amira), Mum of Kim Reed (Kim) and Mum of Tom Zieliński (Tom)")
    );
    ask_mother_of(school_.add_child("Kim", "Shaw", school_.class_4b));
    ask_mother_of(school_.add_child("Una", "Reed", school_.class_4b));
    auto const more = page_for(school_.senco);
    EXPECT_TRUE(holds(more, "Mum of Kim Reed (Kim R.), Mum of Kim Shaw (Kim S.)"));
    EXPECT_TRUE(holds(more, " and 1 more"));
    auto const paper = more.find("class=\"on-paper\"");
    ASSERT_NE(paper, std::string::npos);
    EXPECT_LT(more.find("Tom Zieliński (Tom) and Mum of Una Reed (Una)", paper), paper + 300)
        << "paper has every name";
}

// What a line of its own would say is not lost where several stand under one.
TEST_F(Today, of_the_senco_keeps_under_one_line_what_each_of_several_says) {
    for (auto const& child : {school_.amira, school_.tom}) ask_mother_of(child);
    EXPECT_TRUE(
        holds(page_for(school_.senco), ">Mum of Tom Zieliński, to answer the letter about Tom Zieliński</a>")
    );
    ask_mother_of(school_.add_child("Kim", "Reed", school_.class_4b));
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Show all 3"));
    std::size_t told = 0;
    for (auto at = body.find("Asked on Sunday 3 May 2026."); at != std::string::npos;
         at = body.find("Asked on Sunday 3 May 2026.", at + 1))
        ++told;
    EXPECT_EQ(told, 3U) << "since when each of them is waited for";
}

TEST_F(Today, of_the_senco_asks_parents_again_before_their_yes_ends_and_not_while_there_is_time) {
    agree_until(school_.today + 29);
    EXPECT_FALSE(holds(page_for(school_.senco), "Ask Sam&#39;s parents again"));
    agree_until(school_.today + 28);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Ask Sam&#39;s parents again"));
    EXPECT_TRUE(holds(body, "Consent holds until Tuesday 9 June 2026; sessions stop with it."));
    EXPECT_TRUE(holds(body, "/cases/" + running_.text_case + "/letters"));
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "parents again"));
}

TEST_F(Today, of_the_senco_says_that_consent_has_expired_and_leads_to_the_letter) {
    agree_until(school_.today - 1);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, "Ask Sam&#39;s parents again"));
    EXPECT_TRUE(holds(body, "Consent expired: it held until Monday 11 May 2026."));
}

// G5: from the day of the second.
TEST_F(Today, of_the_senco_asks_for_time_and_room_on_the_day_on_which_a_second_session_in_a_row_was_missed) {
    auto const is_missed = [&](std::string const& session) {
        db().run(
            R"(UPDATE session SET outcome = 'not_held', why_not = 'staff_absent', held_on = NULL, delivered_by = NULL
                WHERE school_id = $1 AND id = $2)",
            school_.school,
            session
        );
    };
    is_missed(running_.todays_session);
    EXPECT_FALSE(holds(page_for(school_.senco), "Make time and room"));
    is_missed(running_.session(9, school_.today - 2, false));
    auto const on_the_day = page_for(school_.senco);
    EXPECT_TRUE(holds(on_the_day, "Make time and room for Friendship group"));
    EXPECT_TRUE(holds(on_the_day, "2 sessions in a row were missed, and not because of the children."));
    EXPECT_TRUE(holds(on_the_day, "Due today"));
    school_.today = school_.today + 2;
    EXPECT_TRUE(holds(page_for(school_.senco), "2 days overdue"));
}

// H1: no stage of a case says it, and once the programme is completed nobody else would.
TEST_F(Today, of_the_senco_counts_evaluations_that_are_left_unwritten_for_a_week_by_person) {
    auto const words = "Joan Barker: 2 evaluations of “Friendship group” still to write";
    running_.session(4, school_.today - 6, true);
    EXPECT_FALSE(holds(page_for(school_.senco), "still to write")) << "there is time";
    running_.session(5, school_.today - 7, true);
    EXPECT_TRUE(holds(page_for(school_.senco), "1 evaluation of “Friendship group” still to write"));
    auto const earlier = running_.session(6, school_.today - 9, true);
    auto const body = page_for(school_.senco);
    EXPECT_TRUE(holds(body, words));
    EXPECT_TRUE(holds(body, "The first is of the session on Sunday 3 May 2026."));
    EXPECT_TRUE(holds(body, "Waiting for 9 days"));
    end_place("completed", school_.today);
    running_.step(running_.text_case, "completion", school_.today);
    db().run("DELETE FROM session WHERE school_id = $1 AND outcome = 'planned'", school_.school);
    db().run("UPDATE programme SET completed_on = $1 WHERE school_id = $2", school_.today, school_.school);
    EXPECT_TRUE(holds(page_for(school_.senco), words)) << "once it is completed";
    EXPECT_FALSE(holds(page_for(school_.headteacher), "still to write"));
    running_.evaluation(earlier, "Sam laughed", "ZEBRAFISH");
    EXPECT_TRUE(holds(page_for(school_.senco), "1 evaluation of “Friendship group” still to write"));
}

}  // namespace
}  // namespace today
