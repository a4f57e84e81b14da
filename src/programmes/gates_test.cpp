// What the database says past every rule of a programme, its days and its hands.
#include "programmes/gates_test.hpp"

namespace programmes {
namespace {

// C2, C3: a yes holds through its last day.
TEST_F(ProgrammeGates, a_session_is_held_on_the_last_day_of_a_yes_and_not_the_day_after) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const agrees_until = [&](Date last) {
        return refused(
            R"(INSERT INTO consent_answer (case_id, number, contact_id, answer, route, answered_on, received_at,
                                           expires_on, school_id)
               SELECT $1, max(number) + 1, $2, 'given', 'link', $3, $4, $5, $6 FROM consent_answer
                WHERE school_id = $6 AND case_id = $1)",
            only_place_in(programme).the_case,
            school.sam.mother,
            day,
            school.now,
            last
        );
    };
    auto const held_on = [&](Session const& session, Date on) {
        return refused(
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                WHERE id = $3 AND school_id = $4)",
            on,
            school.nurture_assistant.staff,
            session.id
        );
    };
    auto const evaluated = [&](Session const& session) {
        return refused(
            R"(INSERT INTO evaluation (id, session_id, place_id, pupil_id, attended, written_by, written_at, school_id)
               VALUES ($1, $2, $3, $4, 1, $5, $6, $7))",
            ProgrammeId::make(school.now),
            session.id,
            only_place_in(programme).id,
            school.sam.id,
            school.nurture_assistant.staff,
            school.now
        );
    };
    auto const last = sessions[1].planned_on;
    ASSERT_EQ(agrees_until(last), "");
    EXPECT_EQ(held_on(sessions[1], last + 1), "no_consent_in_force");
    EXPECT_EQ(held_on(sessions[1], last), "");
    EXPECT_EQ(evaluated(sessions[1]), "");
    EXPECT_EQ(held_on(sessions[2], sessions[2].planned_on), "no_consent_in_force");
    ASSERT_EQ(agrees_until(last + 300), "");
    EXPECT_EQ(held_on(sessions[2], sessions[2].planned_on), "") << "agreed anew";
    EXPECT_EQ(evaluated(sessions[2]), "");
}

// C3: a yes is for the form of programme that the letter spoke of.
TEST_F(ProgrammeGates, a_place_needs_a_yes_to_its_form_by_the_rule_and_by_the_database) {
    auto const group = make_programme(4);
    auto const alone = make_programme(1);
    auto const placed_past_the_rule = [&](ProgrammeId const& programme, CaseId const& the_case) {
        auto const id = PlaceId::make(school.now);
        auto const gate = refused(
            R"(INSERT INTO place (id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at,
                                  school_id)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
            id,
            programme,
            the_case,
            school.sam.id,
            day,
            school.senco.staff,
            school.now
        );
        if (gate.empty()) ends(id, cases::EndReason::allocation_undone);
        return gate;
    };
    auto const allocated = [&](ProgrammeId const& programme, CaseId const& the_case) {
        return as(school.senco, [&](Visit& visit) {
            return allocate(visit, programme, the_case, "All the same");
        });
    };
    auto const sams = ready(school.sam);
    EXPECT_EQ(placed_past_the_rule(group, sams), "") << "the letter left the form open";
    EXPECT_EQ(placed_past_the_rule(alone, sams), "");
    agrees_to_this_alone(school.sam, sams, Form::group);
    EXPECT_EQ(placed_past_the_rule(group, sams), "");
    EXPECT_EQ(placed_past_the_rule(alone, sams), "consent_to_another_form");
    EXPECT_EQ(allocated(alone, sams).error(), Refusal::consent_to_another_form) << "no reason argues it away";
    agrees_to_this_alone(school.sam, sams, Form::one_to_one);
    EXPECT_EQ(placed_past_the_rule(group, sams), "consent_to_another_form");
    EXPECT_TRUE(allocated(alone, sams));
}

TEST_F(ProgrammeGates, no_group_arrives_or_grows_larger_than_the_policy_says) {
    auto const programme = make_programme(6);
    EXPECT_EQ(
        refused("UPDATE programme SET places = 7 WHERE id = $1 AND school_id = $2", programme),
        "group_too_large"
    );
    auto const arriving = refused(
        R"(INSERT INTO programme (id, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes, weeks,
                                  places, policy_version_id, made_by, made_at, school_id)
           SELECT $1, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes, weeks, 7,
                  policy_version_id, made_by, made_at, school_id
             FROM programme WHERE id = $2 AND school_id = $3)",
        ProgrammeId::make(school.now),
        programme
    );
    EXPECT_EQ(arriving, "group_too_large");
}

TEST_F(ProgrammeGates, a_programme_has_as_many_places_as_children_in_it_and_keeps_its_form) {
    auto const programme = make_programme(4);
    auto const formed = [&](std::string const& form, int places) {
        return refused(
            "UPDATE programme SET form = $1, places = $2 WHERE id = $3 AND school_id = $4",
            form,
            places,
            programme
        );
    };
    EXPECT_EQ(formed("one_to_one", 1), "");
    EXPECT_EQ(formed("group", 4), "");
    place_of(programme, ready(school.sam));
    EXPECT_EQ(formed("one_to_one", 1), "form_stands");
    place_of(programme, ready(school.amira));
    EXPECT_EQ(formed("group", 1), "places_taken");
    EXPECT_EQ(formed("group", 2), "");
}

TEST_F(ProgrammeGates, a_programme_is_led_by_a_trained_person_alone) {
    auto const programme = make_programme();
    EXPECT_EQ(hands_over(programme, school.teacher_of_4b), "training_not_in_force");
    is_trained_until(school.teacher_of_4b, todays_date + 300);
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "deliverer_needs_a_change");
    ASSERT_EQ(hands_over(programme, school.teacher_of_4b), "");
    ASSERT_EQ(training_ends(day - 1), "");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "training_not_in_force")
        << "it ended before the first day";
    ASSERT_EQ(training_ends(todays_date - 1), "");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "training_not_in_force")
        << "it ended since, however early the programme was to start";
    ASSERT_EQ(training_ends(todays_date + 1), "");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "");
}

TEST_F(ProgrammeGates, a_programme_starts_on_a_day_that_has_come) {
    auto const programme = make_programme();
    auto const starts = [&](std::optional<std::string> const& on) {
        return refused(
            "UPDATE programme SET started_on = $1 WHERE id = $2 AND school_id = $3", on, programme
        );
    };
    auto const arrives_started = [&](std::string const& on) {
        return refused(
            R"(INSERT INTO programme (id, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes, weeks,
                                      places, policy_version_id, started_on, made_by, made_at, school_id)
               SELECT $1, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes, weeks, places,
                      policy_version_id, $2, made_by, made_at, school_id
                 FROM programme WHERE id = $3 AND school_id = $4)",
            ProgrammeId::make(school.now),
            on,
            programme
        );
    };
    for (auto const& on :
         {std::string(),
          std::string("2026-05-32"),
          std::string("2026-05-12, or so"),
          calendar::iso(todays_date + 2)}) {
        EXPECT_EQ(starts(on), "started_on_no_day") << on;
        EXPECT_EQ(arrives_started(on), "started_on_no_day") << on;
    }
    EXPECT_EQ(arrives_started(calendar::iso(day)), "");
    EXPECT_EQ(starts(calendar::iso(day)), "");
    EXPECT_EQ(starts(std::nullopt), "") << "nothing was held by it";
}

TEST_F(ProgrammeGates, the_day_of_a_start_stands_once_a_session_was_held) {
    auto const programme = running_with(school.sam);
    auto const starts = [&](std::optional<Date> on) {
        return refused(
            "UPDATE programme SET started_on = $1 WHERE id = $2 AND school_id = $3", on, programme
        );
    };
    hold(sessions_of(programme).front());
    EXPECT_EQ(starts(std::nullopt), "start_stands");
    EXPECT_EQ(starts(day - 1), "start_stands");
    EXPECT_EQ(starts(day), "");
}

TEST_F(ProgrammeGates, the_day_a_programme_was_to_start_stands_once_it_started) {
    auto const to_start = [&](ProgrammeId const& programme) {
        return refused(
            "UPDATE programme SET starts_on = $1 WHERE id = $2 AND school_id = $3", day - 700, programme
        );
    };
    EXPECT_EQ(to_start(running_with(school.sam)), "start_stands");
    EXPECT_EQ(to_start(make_programme()), "");
}

TEST_F(ProgrammeGates, a_programme_changes_hands_by_what_was_written_of_it_last) {
    auto const programme = make_programme();
    is_trained_until(school.teacher_of_4b, day + 300);
    ASSERT_EQ(hands_over(programme, school.second_nurture_assistant, 1), "");
    ASSERT_EQ(hands_over(programme, school.teacher_of_4b, 2), "");
    EXPECT_EQ(led_by(programme, school.second_nurture_assistant), "deliverer_needs_a_change");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "");
}

TEST_F(
    ProgrammeGates, who_reviewed_a_child_of_it_leads_no_programme_and_holds_no_session_until_that_is_undone
) {
    auto const programme = running_with(school.sam);
    is_trained_until(school.teacher_of_4b, day + 300);
    ASSERT_EQ(reviewed_by(school.teacher_of_4b, only_place_in(programme)), "");
    auto const session_arrives = [&](int number) {
        return refused(
            R"(INSERT INTO session (id, programme_id, number, planned_on, starts_at_time, room_id, outcome, held_on,
                                    delivered_by, stand_in_id, school_id)
               VALUES ($1, $2, $3, $4, '10:30', $5, 'delivered', $4, $6, $6, $7))",
            SessionId::make(school.now),
            programme,
            number,
            day,
            school.room,
            school.teacher_of_4b.staff
        );
    };
    auto const holds_first = [&] {
        return refused(
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2, stand_in_id = $2
                WHERE id = $3 AND school_id = $4)",
            day,
            school.teacher_of_4b.staff,
            sessions_of(programme).front().id
        );
    };
    ASSERT_EQ(hands_over(programme, school.teacher_of_4b), "");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "deliverer_reviews_own_work");
    EXPECT_EQ(session_arrives(98), "deliverer_reviews_own_work");
    EXPECT_EQ(holds_first(), "deliverer_reviews_own_work");
    ASSERT_EQ(refused("UPDATE impact_review SET undone_at = $1 WHERE school_id = $2", school.now), "");
    EXPECT_EQ(refused("UPDATE impact_review SET undone_at = NULL WHERE school_id = $1"), "review_stands");
    EXPECT_EQ(session_arrives(99), "");
    EXPECT_EQ(holds_first(), "");
    EXPECT_EQ(led_by(programme, school.teacher_of_4b), "");
}

TEST_F(ProgrammeGates, no_programme_goes_to_a_person_who_has_left) {
    auto const programme = make_programme();
    ASSERT_EQ(hands_over(programme, school.second_nurture_assistant), "");
    ASSERT_EQ(
        refused(
            "UPDATE staff SET left_on = $1 WHERE id = $2 AND school_id = $3",
            day,
            school.second_nurture_assistant.staff
        ),
        ""
    );
    EXPECT_EQ(led_by(programme, school.second_nurture_assistant), "deliverer_has_left");
    auto const made = [&] {
        return refused(
            R"(INSERT INTO programme (id, name, form, deliverer_id, room_id, starts_on, starts_at_time, minutes, weeks,
                                      places, policy_version_id, made_by, made_at, school_id)
               SELECT $1, name, form, $2, room_id, starts_on, starts_at_time, minutes, weeks, places,
                      policy_version_id, made_by, made_at, school_id
                 FROM programme WHERE id = $3 AND school_id = $4)",
            ProgrammeId::make(school.now),
            school.second_nurture_assistant.staff,
            programme
        );
    };
    EXPECT_EQ(made(), "deliverer_has_left");
}

TEST_F(ProgrammeGates, a_session_gets_its_own_deliverer_by_a_change_of_hands_alone) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const given_to = [&](support::Person const& person, Session const& session) {
        return refused(
            "UPDATE session SET deliverer_id = $1 WHERE id = $2 AND school_id = $3", person.staff, session.id
        );
    };
    auto const held_and_given_to = [&](support::Person const& person) {
        return refused(
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2, deliverer_id = $2
                WHERE id = $3 AND school_id = $4)",
            day,
            person.staff,
            sessions[0].id
        );
    };
    EXPECT_EQ(given_to(school.second_nurture_assistant, sessions[1]), "deliverer_needs_a_change");
    EXPECT_EQ(held_and_given_to(school.second_nurture_assistant), "deliverer_needs_a_change");
    ASSERT_EQ(hands_over(programme, school.second_nurture_assistant), "");
    EXPECT_EQ(given_to(school.second_nurture_assistant, sessions[1]), "deliverer_needs_a_change")
        << "who takes over is who delivers the programme";
    EXPECT_EQ(held_and_given_to(school.nurture_assistant), "deliverer_needs_a_change") << "in one statement";
    EXPECT_EQ(given_to(school.nurture_assistant, sessions[1]), "");
}

}  // namespace
}  // namespace programmes
