#include "today/routes.hpp"

#include <gtest/gtest.h>

#include "consent/consent.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_store.hpp"
#include "story/running_case_test.hpp"

namespace today {
namespace {

bool holds(std::string const& body, std::string_view words) { return body.find(words) != std::string::npos; }

class Today : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    std::string page_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        return routes().front().handle(visit, school_.get(person, "/")).body;
    }
    std::string page_with_mail_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        visit.sends_mail = true;
        return routes().front().handle(visit, school_.get(person, "/")).body;
    }
    std::int64_t statements_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        auto const request = school_.get(person, "/");
        auto const before = db().statements_run();
        routes().front().handle(visit, request);
        return db().statements_run() - before;
    }

    void ask(std::string const& words) {
        db().run(
            R"(INSERT INTO question (school_id, id, case_id, pupil_id, asked_by, asked_at, words)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.nurture_assistant.staff,
            school_.now - 48 * hours,
            words
        );
    }

    void falls_out(std::string const& session, bool put_off = false) {
        db().run(
            R"(UPDATE session SET outcome = 'not_held', why_not = 'pupil_absent', rearranged = $1
                WHERE school_id = $2 AND id = $3)",
            put_off,
            school_.school,
            session
        );
    }

    void write_to_mother(std::string const& words) {
        db().run(
            "UPDATE contact SET address = 'mum@home.example' WHERE school_id = $1 AND id = $2",
            school_.school,
            school_.sam.mother
        );
        db().run(
            R"(INSERT INTO parent_message (school_id, id, case_id, pupil_id, contact_id, written_by, written_at,
                                           words, state)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting'))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.sam.mother,
            school_.nurture_assistant.staff,
            school_.now,
            words
        );
    }

    // The second Nurture Assistant takes over; what was planned before stays with the first.
    void hand_over_from(Date from_on) {
        db().run(
            R"(INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                             room_before, room_id, when_before, when_after, reason, made_by,
                                             made_at)
               SELECT g.school_id, g.id, g.id, $1, g.deliverer_id, $2, g.room_id, g.room_id, '', '', 'Takes over',
                      $3, $4
                 FROM programme g WHERE g.school_id = $5 AND g.id = $6)",
            from_on,
            school_.second_nurture_assistant.staff,
            school_.senco.staff,
            school_.now,
            school_.school,
            running_.programme
        );
        db().run(
            "UPDATE programme SET deliverer_id = $1 WHERE school_id = $2 AND id = $3",
            school_.second_nurture_assistant.staff,
            school_.school,
            running_.programme
        );
        db().run(
            R"(UPDATE session SET deliverer_id = $1
                WHERE school_id = $2 AND programme_id = $3 AND outcome = 'planned' AND planned_on < $4)",
            school_.nurture_assistant.staff,
            school_.school,
            running_.programme,
            from_on
        );
    }

    // The mother, who has agreed before.
    void agree_until(Date last, std::optional<consent::Form> form = std::nullopt) {
        db().run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at, expires_on, form)
               VALUES ($1, $2, (SELECT max(number) + 1 FROM consent_answer WHERE school_id = $1 AND case_id = $2),
                       $3, 'given', 'link', $4, $5, $6, $7))",
            school_.school,
            running_.text_case,
            school_.sam.mother,
            school_.today - 1,
            school_.now,
            last,
            form
        );
    }

    // A case of this child's, in which the mother was written to.
    void ask_mother_of(support::Child const& child) {
        auto const the_case = running_.another_case(child);
        for (auto const* step : {"referral", "discussion", "prioritisation", "letter"})
            running_.step(the_case, step, school_.today - 9);
        auto const letter = running_.id();
        db().run(
            R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, $2, $3, $4, 'e-mail', 'A letter', 'Dear parent', $5, $6))",
            school_.school,
            letter,
            the_case,
            child.mother,
            school_.senco.staff,
            calendar::start_of(school_.today - 9)
        );
        db().run(
            R"(INSERT INTO consent_request (school_id, id, case_id, contact_id, letter_id, asked_at, asked_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7))",
            school_.school,
            running_.id(),
            the_case,
            child.mother,
            letter,
            calendar::start_of(school_.today - 9),
            school_.senco.staff
        );
    }

    std::string group_to_start_today(std::string const& name) {
        auto const made = running_.id();
        db().run(
            R"(INSERT INTO programme (school_id, id, name, form, deliverer_id, room_id, starts_on, starts_at_time,
                                      minutes, weeks, places, policy_version_id, made_by, made_at)
               VALUES ($1, $2, $3, 'group', $4, $5, $6, '13:30', 45, 6, 6, $7, $8, $9))",
            school_.school,
            made,
            name,
            school_.nurture_assistant.staff,
            school_.room,
            school_.today,
            school_.policy,
            school_.senco.staff,
            school_.now - 3 * (24 * hours)
        );
        return made;
    }

    void end_place(std::string const& reason, Date on) {
        db().run(
            "UPDATE place SET ended_on = $1, end_reason = $2 WHERE school_id = $3 AND id = $4",
            on,
            reason,
            school_.school,
            running_.place
        );
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    story::RunningCase running_{db(), school_};
};

// C3: what is said about one form sets nothing aside that was said about the other.
TEST_F(Today, says_nothing_of_a_yes_to_another_form_beside_the_one_by_which_sessions_go_on) {
    agree_until(school_.today + 300, consent::Form::group);
    auto const before = page_for(school_.senco);
    agree_until(school_.today + 300, consent::Form::one_to_one);
    EXPECT_EQ(holds(page_for(school_.senco), "consent again"), holds(before, "consent again"));
}

// C1, C7.
TEST_F(Today, tells_the_senco_that_consent_came_from_somebody_without_a_say) {
    auto const heard = "Consent came from somebody who has no say for the child any more";
    EXPECT_FALSE(holds(page_for(school_.senco), heard));
    db().run("UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1", school_.school);
    EXPECT_TRUE(holds(page_for(school_.senco), heard));
}

TEST_F(Today, opens_with_the_day) { EXPECT_TRUE(holds(page_for(school_.support_staff), "Tuesday 12 May")); }

TEST_F(Today, of_a_nurture_assistant_has_todays_sessions_and_those_to_plan) {
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "10:30 Friendship group"));
    EXPECT_TRUE(holds(body, "Session 2 in The Den, 1 child"));
    EXPECT_TRUE(holds(body, "Write the plan"));
    EXPECT_TRUE(holds(body, "Plan session 3 of Friendship group"));
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), "Friendship group"));
}

// H1, G3: the case says that it waits for who delivers.
TEST_F(Today, of_a_nurture_assistant_has_every_child_who_joined_a_running_programme_and_has_not_started) {
    auto const start = "Start Amira";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), ">Start "));
    auto const of_amira = running_.another_case(school_.amira);
    running_.join(of_amira, school_.amira);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, start));
    EXPECT_TRUE(holds(body, "Has a place, to start on Tuesday 12 May 2026."));
    EXPECT_TRUE(holds(body, "10:30 Friendship group")) << "its sessions go on";
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), start));
    auto const of_tom = running_.another_case(school_.tom);
    running_.join(of_tom, school_.tom);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Start 2 children in Friendship group"));
    running_.step(of_tom, "start", school_.today);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), start));
    running_.step(of_amira, "start", school_.today);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), ">Start "));
}

// C2: who was to start with the others and has no consent any more.
TEST_F(Today, of_a_nurture_assistant_counts_whom_consent_lets_start_and_names_the_others) {
    running_.join(running_.another_case(school_.amira), school_.amira);
    auto const of_tom = running_.another_case(school_.tom);
    running_.join(of_tom, school_.tom);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Start 2 children in Friendship group"));
    school_.answer({}, of_tom, school_.tom.mother, "withdrawn", school_.today);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Start Amira"));
    EXPECT_TRUE(holds(body, "start: no consent to this programme is in force."));
}

// G1: only the SENCo says why.
TEST_F(Today, of_a_nurture_assistant_waits_for_the_senco_where_too_few_children_start_for_the_policy) {
    running_.programme = group_to_start_today("Kite group");
    running_.join(running_.another_case(school_.amira), school_.amira);
    running_.join(running_.another_case(school_.tom), school_.tom);
    auto const start = ">Start Kite group";
    auto const waits = "The SENCo, to say why Kite group may start with 2 children";
    auto const targets = "Write the targets for Kite group";
    auto body = page_for(school_.nurture_assistant);
    EXPECT_FALSE(holds(body, start));
    EXPECT_TRUE(holds(body, waits));
    EXPECT_TRUE(holds(body, "Waiting for 3 days"));
    EXPECT_TRUE(holds(body, targets)) << "that is theirs";
    EXPECT_TRUE(holds(page_for(school_.senco), "Say why Kite group starts with 2 children"));
    db().run(
        "UPDATE programme SET few_children_reason = 'Friends', few_children = 2 WHERE school_id = $1 AND id "
        "= $2",
        school_.school,
        running_.programme
    );
    body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, start));
    EXPECT_FALSE(holds(body, waits));
    EXPECT_FALSE(holds(body, targets));
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

TEST_F(Today, of_a_nurture_assistant_asks_to_record_a_session_from_its_time_on) {
    school_.now = school_.now + 29 * minutes;
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"));
    school_.now = school_.now + minutes;
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Record it"));
    EXPECT_TRUE(holds(body, "To record"));
    EXPECT_FALSE(holds(body, "Write the plan"));
    db().run(
        R"(UPDATE session SET outcome = 'not_held', why_not = 'school_closed' WHERE school_id = $1 AND id = $2)",
        school_.school,
        running_.todays_session
    );
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"));
    running_.programme = db().the<std::string>(
        "SELECT programme_id FROM place WHERE school_id = $1 AND id = $2",
        school_.school,
        running_.move_to("Garden group", school_.today)
    );
    running_.session(1, school_.today, false);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "Record it"));
    db().run(
        "UPDATE programme SET started_on = NULL WHERE school_id = $1 AND id = $2",
        school_.school,
        running_.programme
    );
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "Record it"))
        << "no session is held before the start";
}

TEST_F(Today, of_a_nurture_assistant_puts_a_session_not_written_up_first) {
    running_.session(4, school_.today - 2, false);
    auto const body = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(body, "Record session 4 of Friendship group"));
    EXPECT_TRUE(holds(body, "2 days overdue"));
    EXPECT_LT(body.find("Overdue</h2>"), body.find("To do</h2>"));
}

TEST_F(Today, of_a_nurture_assistant_counts_children_who_are_not_evaluated) {
    running_.session(4, school_.today - 2, true);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "1 of 1 child still to evaluate"));
}

TEST_F(Today, tells_who_delivers_and_the_senco_of_a_new_concern_about_a_child_whom_they_support) {
    auto const words = "Read the new concern about Sam";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words)) << "support rests on the first one";
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    auto const written_at = [&](Instant at) {
        db().run(
            "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3", at, school_.school, later
        );
    };
    written_at(school_.now - 2 * hours);
    for (auto const* person : {&school_.nurture_assistant, &school_.senco}) {
        auto const body = page_for(*person);
        EXPECT_TRUE(holds(body, words)) << person->name;
        EXPECT_TRUE(holds(body, "/concerns/" + later)) << person->name;
        EXPECT_FALSE(holds(body, "Stands alone at break")) << "its words stand on its own page";
    }
    EXPECT_FALSE(holds(page_for(school_.second_nurture_assistant), words));
    written_at(school_.now - 8 * (24 * hours));
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
    EXPECT_TRUE(holds(page_for(school_.senco), words)) << "until it was read";
    written_at(school_.now - 2 * hours);
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), "name=\"version\" value=\"1\""));
    auto visit = school_.visit(db(), school_.nurture_assistant);
    auto const concern =
        referrals::concern_store::find(db(), school_.school, *referrals::ConcernId::parse(later));
    for (int pressed = 0; pressed < 2; ++pressed)
        EXPECT_TRUE(referrals::note_seen(visit, *concern, concern->version));
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words)) << "said to be seen";
    EXPECT_TRUE(holds(page_for(school_.senco), words)) << "by another alone";
    EXPECT_EQ(
        db().the<std::int64_t>(
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'concern_seen'", school_.school
        ),
        1
    );
    auto writer = school_.visit(db(), school_.support_staff);
    auto other_words = concern->said;
    other_words.seen = "Runs off at break";
    writer.now = writer.now + 1 * minutes;
    ASSERT_TRUE(referrals::change(writer, *concern, other_words, concern->version));
    auto const anew = page_for(school_.nurture_assistant);
    EXPECT_TRUE(holds(anew, words)) << "other words";
    EXPECT_TRUE(holds(anew, "and its words were changed since"));
    EXPECT_FALSE(holds(anew, later + "/seen")) << "said where they stand";
    for (auto const& change :
         {db::Sql("UPDATE concern_seen SET seen_at = 0 WHERE school_id = $1"),
          db::Sql("DELETE FROM concern_seen WHERE school_id = $1")}) {
        db().savepoint();
        EXPECT_THROW(db().run(change, school_.school), db::Refused);
        db().rollback_to_savepoint();
    }
}

TEST_F(Today, tells_who_delivers_of_no_concern_about_a_child_who_has_left_the_programme) {
    auto const words = "Read the new concern about Sam";
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now - 2 * hours,
        school_.school,
        later
    );
    EXPECT_TRUE(holds(page_for(school_.nurture_assistant), words));
    end_place("no_longer_needed", school_.today);
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
}

// From the Nurture Assistant to the second one, of whose sessions the first keeps today's.
TEST_F(Today, tells_who_holds_the_sessions_now_of_a_child_and_not_who_takes_over_later) {
    auto const& first = school_.nurture_assistant;
    auto const& second = school_.second_nurture_assistant;
    db().run(
        "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
        school_.now - 21 * (24 * hours),
        school_.school
    );
    auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    db().run(
        "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now - 2 * hours,
        school_.school,
        later
    );
    db().run(
        R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_on, asked_by, made_by, made_at)
           VALUES ($1, $2, $3, $4, $5, 'child', $6, $7))",
        school_.school,
        running_.id(),
        running_.text_case,
        school_.sam.id,
        school_.today - 1,
        first.staff,
        school_.now
    );
    auto const told = [&](support::Person const& person) {
        auto const body = page_for(person);
        auto const of_the_concern = holds(body, "/concerns/" + later);
        EXPECT_EQ(holds(body, "Meet Sam Okafor for a check-in"), of_the_concern) << person.name;
        return of_the_concern;
    };
    EXPECT_TRUE(told(first));
    EXPECT_FALSE(told(second));

    hand_over_from(school_.today + 7);
    EXPECT_TRUE(told(first)) << "holds today's session still";
    EXPECT_FALSE(told(second)) << "may not open it yet";
    db().run(
        R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
            WHERE school_id = $3 AND id = $4)",
        school_.today,
        first.staff,
        school_.school,
        running_.todays_session
    );
    EXPECT_FALSE(told(first)) << "whose last session is held";
    school_.today = school_.today + 7;
    EXPECT_TRUE(told(second));
}

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

TEST_F(Today, of_the_headteacher_counts_without_names) {
    running_.another_case(school_.amira);
    auto const body = page_for(school_.headteacher);
    EXPECT_TRUE(holds(body, "2 open cases"));
    EXPECT_TRUE(holds(body, "A case is open from the first concern until it is closed."));
    EXPECT_TRUE(holds(body, "Support not started"));
    EXPECT_TRUE(holds(body, "href=\"/pupils\"")) << "where the headteacher may go";
    EXPECT_FALSE(holds(body, "href=\"/referrals\"")) << "where the headteacher may not";
    EXPECT_FALSE(holds(body, "Amira"));
    EXPECT_FALSE(holds(body, "Sam"));
    EXPECT_TRUE(holds(body, "The policy"));
}

TEST_F(Today, of_the_headteacher_has_disputes_to_decide) {
    school_.answer({}, running_.text_case, school_.sam.father, "refused", school_.today - 1);
    EXPECT_TRUE(holds(page_for(school_.headteacher), "Decide where Sam"));
}

TEST_F(Today, of_support_staff_shows_what_became_of_their_concern_and_no_more) {
    running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    auto const body = page_for(school_.support_staff);
    EXPECT_TRUE(holds(body, "Concerns that you raised"));
    EXPECT_TRUE(holds(body, "Support has started"));
    EXPECT_FALSE(holds(body, "Stands alone at break"));
}

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

TEST_F(Today, tells_who_raised_a_concern_that_support_has_stopped) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today);
    end_place("consent_withdrawn", school_.today);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Consent was withdrawn on Tuesday 12 May 2026, and the place ended."));
    EXPECT_FALSE(holds(body, "Support has started"));
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

TEST_F(Today, of_a_class_teacher_says_where_the_child_of_their_concern_really_stands) {
    running_.concern(running_.text_case, school_.sam.id, school_.teacher_of_4b);
    auto const body = page_for(school_.teacher_of_4b);
    EXPECT_TRUE(holds(body, "Concerns that you raised"));
    EXPECT_TRUE(holds(body, "Sessions are running with"));
    EXPECT_FALSE(holds(body, "Support has started"));
}

TEST_F(Today, says_how_a_concern_ended_and_asks_the_senco_for_the_next_one) {
    auto const by_support_staff = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
    end_place("completed", school_.today - 14);
    auto const decide = [&](std::string const& next) {
        db().run(
            R"(INSERT INTO next_step (school_id, id, case_id, next, what, reason, made_by, made_at)
               VALUES ($1, $2, $3, $4, '', 'Anxiety remains', $5, $6))",
            school_.school,
            running_.id(),
            running_.text_case,
            next,
            school_.senco.staff,
            school_.now
        );
    };
    decide("another_programme");
    db().run(
        R"(UPDATE nurture_case SET closed_at = $1, closed_why = 'Another programme'
            WHERE school_id = $2 AND id = $3)",
        school_.now,
        school_.school,
        running_.text_case
    );
    auto const raise = "Another programme was decided for Sam Okafor: raise the next concern";
    EXPECT_TRUE(holds(page_for(school_.senco), raise));
    EXPECT_TRUE(holds(page_for(school_.senco), running_.text_case + "/next-concern"));
    auto const senco = page_for(school_.senco);
    auto const due = senco.find("By Monday 18 May", senco.find(raise));
    EXPECT_NE(due, std::string::npos) << "five days later is a Sunday";
    EXPECT_FALSE(holds(page_for(school_.headteacher), raise));
    auto const ended = "Came to its end on Tuesday 12 May";
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), std::string(ended) + ": Another programme"));
    EXPECT_TRUE(holds(page_for(school_.support_staff), by_support_staff));
    EXPECT_TRUE(holds(page_for(school_.support_staff), ended));
    EXPECT_FALSE(holds(page_for(school_.support_staff), "Another programme"));
    running_.another_case(school_.sam);
    EXPECT_FALSE(holds(page_for(school_.senco), raise));
}

TEST_F(Today, of_the_administrator_says_what_the_school_is_not_ready_for) {
    EXPECT_TRUE(holds(page_for(school_.administrator), "Look over the letter to parents"));
    EXPECT_TRUE(holds(page_for(school_.administrator), "Check the policy"));
    EXPECT_FALSE(holds(page_for(school_.administrator), "Sam"));
}

TEST_F(Today, of_the_administrator_asks_once_for_a_training_where_nobodys_is_in_force) {
    auto const is_none_any_more = [&](support::Person const& assistant) {
        db().run("UPDATE role_held SET ends_on = $1 WHERE staff_id = $2", school_.today - 1, assistant.staff);
    };
    is_none_any_more(school_.nurture_assistant);
    is_none_any_more(school_.second_nurture_assistant);
    auto const enter = "Enter a Nurture Assistant&#39;s training";
    auto const ended = page_for(school_.administrator);
    EXPECT_TRUE(holds(ended, "Renew " + school_.untrained.name + "&#39;s nurture training"));
    EXPECT_FALSE(holds(ended, enter));
    is_none_any_more(school_.untrained);
    EXPECT_TRUE(holds(page_for(school_.administrator), enter));
}

TEST_F(Today, of_a_governor_has_the_policy_and_no_child) {
    auto const body = page_for(school_.governor);
    EXPECT_TRUE(holds(body, "Version 1.0"));
    EXPECT_FALSE(holds(body, "Sam"));
    EXPECT_FALSE(holds(body, "Raise a concern"));
}

TEST_F(Today, of_who_has_no_role_yet_names_whom_to_ask) {
    auto const newcomer = school_.add_person("Mia New", visits::Role::governor);
    db().run("DELETE FROM role_held WHERE staff_id = $1", newcomer.staff);
    auto const body = page_for(newcomer);
    EXPECT_TRUE(holds(body, "You have no role yet"));
    EXPECT_TRUE(holds(body, "Ask " + school_.administrator.name + ", who runs Withy at your school,"))
        << body;
    EXPECT_FALSE(holds(body, "Nothing waits for you"));
    school_.add_person("Aaron First", visits::Role::administrator);
    school_.add_person("Zoe Last", visits::Role::administrator);
    EXPECT_TRUE(holds(
        page_for(newcomer),
        "Ask Aaron First or " + school_.administrator.name + ", who run Withy at your school,"
    ));
    db().run("DELETE FROM role_held WHERE role = 'administrator'");
    EXPECT_TRUE(holds(page_for(newcomer), "Ask whoever runs Withy at your school to give you one."));
}

TEST_F(Today, of_whose_role_begins_tomorrow_says_so_and_of_whose_role_ended_that_it_did) {
    auto const newcomer = school_.add_person("Mia New", visits::Role::class_teacher, school_.class_5a);
    auto const holds_it = [&](Date from, std::optional<Date> to) {
        db().run(
            "UPDATE role_held SET starts_on = $1, ends_on = $2 WHERE staff_id = $3", from, to, newcomer.staff
        );
    };
    holds_it(school_.today + 1, std::nullopt);
    auto const waits = page_for(newcomer);
    EXPECT_TRUE(holds(waits, "Your role has not begun yet"));
    EXPECT_TRUE(holds(waits, "Class teacher of 5A"));
    EXPECT_TRUE(holds(waits, "Wednesday 13 May 2026"));
    holds_it(school_.today - 9, school_.today - 1);
    auto const ended = page_for(newcomer);
    EXPECT_TRUE(holds(ended, "You have no role today"));
    EXPECT_TRUE(holds(ended, "The role that you had has ended"));
}

TEST_F(Today, is_pleasant_where_nothing_waits) {
    EXPECT_TRUE(holds(page_for(school_.safeguarding_lead), "Nothing waits for you today. Enjoy the day."));
}

TEST_F(Today, never_says_what_was_confided) {
    for (auto const* person :
         {&school_.senco,
          &school_.teacher_of_4b,
          &school_.headteacher,
          &school_.safeguarding_lead,
          &school_.nurture_assistant,
          &school_.second_nurture_assistant})
        EXPECT_FALSE(holds(page_for(*person), "ZEBRAFISH")) << person->name;
}

TEST_F(Today, asks_as_much_of_the_database_for_a_thousand_rows_as_for_ten) {
    std::vector<support::Person const*> const people{
        &school_.nurture_assistant,
        &school_.teacher_of_4b,
        &school_.senco,
        &school_.headteacher,
        &school_.support_staff,
        &school_.administrator};
    std::vector<std::int64_t> few;
    for (auto const* person : people) few.push_back(statements_for(*person));
    for (int number = 4; number <= 1000; ++number) {
        auto const session = running_.session(number, school_.today - number % 7, number % 3 == 0);
        if (number % 6 == 0) running_.evaluation(session, "Well", "ZEBRAFISH");
        ask("And now?");
    }
    for (int more = 0; more < 300; ++more)
        running_.another_case(school_.add_child("Kim", "Reed", school_.class_4b));
    for (std::size_t i = 0; i < people.size(); ++i)
        EXPECT_EQ(statements_for(*people[i]), few[i]) << people[i]->name;
    EXPECT_LE(few[0], 9);
}

// P2: whoever it concerns hears of a training before it runs out, and not the administrator alone.
TEST_F(Today, tells_nurture_assistant_senco_and_administrator_that_a_nurture_training_runs_out) {
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), "nurture training"));
    auto const own = page_for(school_.untrained);
    EXPECT_TRUE(holds(own, "Renew your nurture training"));
    EXPECT_TRUE(holds(own, "Until a new one is recorded, no child can be given a place and no session held.")
    );
    auto const name = school_.untrained.name;
    EXPECT_TRUE(holds(page_for(school_.senco), "See that " + name + "&#39;s nurture training is renewed"));
    EXPECT_TRUE(holds(page_for(school_.administrator), "Renew " + name + "&#39;s nurture training"));
    for (auto const* other :
         {&school_.teacher_of_4b, &school_.headteacher, &school_.second_nurture_assistant})
        EXPECT_FALSE(holds(page_for(*other), "nurture training")) << other->name;
}

TEST_F(Today, tells_who_wrote_a_concern_once_that_it_is_not_taken_up_and_why) {
    auto const declined = running_.another_case(school_.tom);
    auto const concern = running_.concern(declined, school_.tom.id, school_.support_staff);
    auto const decided = [&](Instant at) {
        db().run(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'Friends again' WHERE school_id = $2 AND "
            "id = $3",
            at,
            school_.school,
            declined
        );
    };
    auto const words = "Your concern about Tom";
    EXPECT_FALSE(holds(page_for(school_.support_staff), words));
    decided(school_.now);
    auto const body = page_for(school_.support_staff);
    EXPECT_TRUE(holds(body, words));
    EXPECT_TRUE(holds(body, "Decided on Tuesday 12 May: Friends again"));
    EXPECT_TRUE(holds(body, "/concerns/" + concern + "/decision-read"));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words)) << "who wrote the first one";
    EXPECT_FALSE(holds(page_for(school_.nurture_assistant), words));
    db().run(
        "UPDATE concern SET decision_read_at = $1 WHERE school_id = $2 AND id = $3",
        school_.now,
        school_.school,
        concern
    );
    EXPECT_FALSE(holds(page_for(school_.support_staff), words));
    EXPECT_TRUE(holds(page_for(school_.teacher_of_4b), words));
}

TEST_F(Today, stops_telling_of_a_declined_concern_after_two_weeks) {
    auto const declined = running_.another_case(school_.tom);
    auto const told = [&](int days_ago) {
        db().run(
            R"(INSERT INTO undone_closing (school_id, id, case_id, closed_at, closed_why, undone_at, undone_by, reason)
               SELECT school_id, $1, id, closed_at, closed_why, closed_at, $2, 'again' FROM nurture_case
                WHERE school_id = $3 AND id = $4 AND closed_at IS NOT NULL)",
            running_.id(),
            school_.senco.staff,
            school_.school,
            declined
        );
        for (auto const at : {std::optional<Instant>(), std::optional(school_.now - days_ago * (24 * hours))})
            db().run(
                "UPDATE nurture_case SET closed_at = $1, closed_why = 'Not now' WHERE school_id = $2 AND id "
                "= $3",
                at,
                school_.school,
                declined
            );
        return holds(page_for(school_.teacher_of_4b), "Your concern about Tom");
    };
    EXPECT_TRUE(told(14));
    EXPECT_FALSE(told(15));
}

}  // namespace
}  // namespace today
