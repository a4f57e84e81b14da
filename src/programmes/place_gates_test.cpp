// What the database says past every rule of a place, its review and its steps.
#include "programmes/gates_test.hpp"

namespace programmes {
namespace {

TEST_F(ProgrammeGates, a_place_is_for_the_child_of_its_case) {
    auto const programme = make_programme();
    auto const of_sam = ready(school.sam);
    auto const placed = [&](support::Child const& child) {
        return refused(
            R"(INSERT INTO place (id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at,
                                  school_id)
               VALUES ($1, $2, $3, $4, $5, $6, 0, $7))",
            PlaceId::make(school.now),
            programme,
            of_sam,
            child.id,
            day,
            school.senco.staff
        );
    };
    EXPECT_EQ(placed(school.amira), "place_of_another_child");
    EXPECT_EQ(placed(school.sam), "");
}

TEST_F(ProgrammeGates, no_case_is_closed_whose_child_has_a_place) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    auto const place = place_of(programme, the_case);
    auto const closed = [&] {
        return refused(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'Moved' WHERE id = $2 AND school_id = $3",
            school.now,
            the_case
        );
    };
    EXPECT_EQ(closed(), "has_a_place");
    ends(place);
    EXPECT_EQ(closed(), "");
}

TEST_F(ProgrammeGates, a_review_keeps_its_reviewer_day_and_child) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const other = place_of(programme, ready(school.amira));
    ASSERT_EQ(reviewed_by(school.teacher_of_4b, sams), "");
    EXPECT_EQ(
        refused(
            "UPDATE impact_review SET reviewer_id = $1 WHERE school_id = $2", school.nurture_assistant.staff
        ),
        "review_stands"
    );
    EXPECT_EQ(
        refused("UPDATE impact_review SET reviewed_on = $1 WHERE school_id = $2", day - 1), "review_stands"
    );
    auto const moved =
        refused("UPDATE impact_review SET place_id = $1 WHERE place_id <> $1 AND school_id = $2", other);
    EXPECT_EQ(moved, "review_stands");
    for (db::Sql const sql :
         {db::Sql("UPDATE impact_review SET words = 'Plays with three' WHERE school_id = $1"),
          db::Sql("UPDATE impact_review SET outcome = 'partly' WHERE school_id = $1"),
          db::Sql("UPDATE impact_review SET reviewed_at = 1 WHERE school_id = $1")})
        EXPECT_EQ(refused(sql), "review_stands") << sql.text();
}

TEST_F(ProgrammeGates, a_review_is_of_a_completed_place_and_by_the_class_teacher_of_the_day) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    EXPECT_EQ(review_written(school.teacher_of_4b, sams), "place_not_completed") << "it is open";
    ends(sams.id, cases::EndReason::left_school);
    EXPECT_EQ(review_written(school.teacher_of_4b, sams), "place_not_completed") << "it ended otherwise";
    auto const amiras = found(place_of(programme, ready(school.amira)));
    ends(amiras.id);
    for (auto const* person : {&school.governor, &school.senco, &school.teacher_of_5a})
        EXPECT_EQ(review_written(*person, amiras), "not_the_class_teacher") << person->name;
    ASSERT_EQ(refused("UPDATE role_held SET ends_on = $1 WHERE school_id = $2", day - 1), "");
    EXPECT_EQ(review_written(school.teacher_of_4b, amiras), "not_the_class_teacher") << "no longer";
    ASSERT_EQ(refused("UPDATE role_held SET ends_on = $1 WHERE school_id = $2", day), "");
    EXPECT_EQ(review_written(school.teacher_of_4b, amiras), "");
}

TEST_F(ProgrammeGates, an_end_stands_until_a_completion_is_undone) {
    auto const programme = make_programme();
    auto const sams = place_of(programme, ready(school.sam));
    auto const amiras = place_of(programme, ready(school.amira));
    auto const ended = [&](PlaceId const& place, Date on, std::string const& why) {
        return refused(
            "UPDATE place SET ended_on = $1, end_reason = $2 WHERE id = $3 AND school_id = $4", on, why, place
        );
    };
    EXPECT_EQ(ended(sams, day - 1, "completed"), "place_ends_before_it_begins");
    ASSERT_EQ(ended(sams, day + 1, "consent_withdrawn"), "");
    EXPECT_EQ(ended(sams, day + 1, "completed"), "place_stands");
    EXPECT_EQ(ended(sams, day, "consent_withdrawn"), "place_stands");
    EXPECT_EQ(ended(sams, day + 2, "consent_withdrawn"), "place_stands");
    EXPECT_EQ(reopened(sams), "place_stands");

    ends(amiras);
    EXPECT_EQ(ended(amiras, day, "no_longer_needed"), "place_stands");
    EXPECT_EQ(reopened(amiras), "");
    ASSERT_EQ(reviewed_by(school.teacher_of_4b, found(amiras)), "");
    EXPECT_EQ(reopened(amiras), "place_stands") << "its impact was measured";
}

TEST_F(ProgrammeGates, no_place_arrives_that_ended_before_it_began) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    auto const arrives = [&](Date ended_on) {
        return refused(
            R"(INSERT INTO place (id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at,
                                  ended_on, end_reason, school_id)
               VALUES ($1, $2, $3, $4, $5, $6, 0, $7, 'own_wish', $8))",
            PlaceId::make(school.now),
            programme,
            the_case,
            school.sam.id,
            day,
            school.senco.staff,
            ended_on
        );
    };
    EXPECT_EQ(arrives(day - 1), "place_ends_before_it_begins");
    EXPECT_EQ(arrives(day), "");
}

TEST_F(ProgrammeGates, the_completion_of_a_programme_stands_once_a_child_of_it_was_measured) {
    auto const programme = make_programme();
    auto const sams = place_of(programme, ready(school.sam));
    auto const of_amira = ready(school.amira);
    auto const amiras = place_of(programme, of_amira);
    auto const completed = [&](std::optional<Date> on) {
        return refused(
            "UPDATE programme SET completed_on = $1 WHERE id = $2 AND school_id = $3", on, programme
        );
    };
    ASSERT_EQ(refused("DELETE FROM session WHERE programme_id = $1 AND school_id = $2", programme), "");
    for (auto const step : {cases::Step::start, cases::Step::completion})
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return cases::take(visit, of_amira, step) && cases::take(visit, found(sams).the_case, step);
        }));
    ends(amiras);
    ASSERT_EQ(completed(day), "");
    EXPECT_EQ(completed(day - 1), "");
    EXPECT_EQ(completed(std::nullopt), "") << "nobody was measured";
    ASSERT_EQ(completed(day), "");

    ASSERT_EQ(reviewed_by(school.teacher_of_4b, found(sams)), "");
    EXPECT_EQ(completed(day), "");
    EXPECT_EQ(completed(day - 1), "completion_stands");
    EXPECT_EQ(completed(std::nullopt), "completion_stands");
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return cases::undo(visit, of_amira, cases::Step::completion, "Pressed too early");
    }));
    EXPECT_EQ(completed(day - 1), "completion_stands");
    EXPECT_EQ(completed(std::nullopt), "") << "it goes on for Amira";
}

TEST_F(ProgrammeGates, a_review_is_of_the_case_whose_place_it_measures) {
    auto const programme = running_with(school.sam);
    auto of_two = only_place_in(programme);
    auto const sams = of_two.the_case;
    of_two.id = place_of(programme, ready(school.amira));
    EXPECT_EQ(reviewed_by(school.teacher_of_4b, of_two), "review_of_another_case");
    of_two.the_case = found(of_two.id).the_case;
    EXPECT_EQ(reviewed_by(school.teacher_of_4b, of_two), "");
    EXPECT_EQ(refused("UPDATE impact_review SET case_id = $1 WHERE school_id = $2", sams), "review_stands");
}

// R1: rows stay.
TEST_F(ProgrammeGates, a_review_and_a_step_stay_and_a_case_stays_with_its_child) {
    auto const programme = running_with(school.sam);
    ASSERT_EQ(reviewed_by(school.teacher_of_4b, only_place_in(programme)), "");
    EXPECT_EQ(refused("DELETE FROM impact_review WHERE school_id = $1"), "review_stands");
    EXPECT_EQ(refused("DELETE FROM step WHERE school_id = $1"), "step_stands");
    EXPECT_EQ(
        refused("UPDATE nurture_case SET pupil_id = $1 WHERE school_id = $2", school.amira.id), "case_stands"
    );
}

// G1: a place is taken until the day on which it ends.
TEST_F(ProgrammeGates, nobody_gets_the_place_of_a_child_who_leaves_on_a_day_to_come) {
    auto const programme = make_programme(1);
    auto const sams = place_of(programme, ready(school.sam));
    auto const amiras = PlaceId::make(school.now);
    auto const of_amira = ready(school.amira);
    auto const ends_on = [&](PlaceId const& place, std::string const& on) {
        return refused(
            "UPDATE place SET ended_on = $1, end_reason = 'completed' WHERE id = $2 AND school_id = $3",
            on,
            place
        );
    };
    auto const placed_on = [&](Date on) {
        return refused(
            R"(INSERT INTO place (id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at,
                                  school_id)
               VALUES ($1, $2, $3, $4, $5, $6, 0, $7))",
            amiras,
            programme,
            of_amira,
            school.amira.id,
            on,
            school.senco.staff
        );
    };
    ASSERT_EQ(ends_on(sams, calendar::iso(day + 9)), "");
    ASSERT_EQ(reopened(sams), "");
    ASSERT_EQ(ends_on(sams, calendar::iso(day + 9)), "");
    EXPECT_EQ(placed_on(day + 8), "no_place_left");
    EXPECT_EQ(placed_on(day + 9), "");
    EXPECT_EQ(ends_on(sams, calendar::iso(day + 30)), "place_stands") << "it is another child's since";
    ASSERT_EQ(ends_on(amiras, "9999-01-01"), "");
    EXPECT_EQ(reopened(sams), "no_place_left");
}

TEST_F(ProgrammeGates, a_place_that_ends_tomorrow_is_taken_today) {
    auto const held_by = [&](ProgrammeId const& programme, int places) {
        return refused(
            "UPDATE programme SET places = $1 WHERE id = $2 AND school_id = $3", places, programme
        );
    };
    auto const until = [&](Date ends_on, support::Child const& returns, support::Child const& leaves) {
        auto const alone = make_programme(1);
        auto const first = place_of(alone, ready(returns));
        ends(first);
        as(school.senco, [&, second = place_of(alone, ready(leaves))](Visit& visit) {
            store::end_place(visit.db, visit.school, second, ends_on, cases::EndReason::own_wish);
            return true;
        });
        if (ends_on > todays_date) {
            EXPECT_EQ(held_by(alone, 0), "places_taken");
        }
        return reopened(first);
    };
    EXPECT_EQ(until(todays_date + 1, school.sam, school.amira), "no_place_left");
    EXPECT_EQ(until(todays_date, school.tom, join("Zoe")), "");
}

TEST_F(ProgrammeGates, nobody_gets_a_place_in_a_completed_programme_or_for_a_closed_case) {
    auto const going_on = make_programme(4);
    auto const completed = make_programme(4);
    as(school.senco,
       [&](Visit& visit) { return store::end_planned_sessions(visit.db, visit.school, completed).size(); });
    ASSERT_EQ(
        refused("UPDATE programme SET completed_on = $1 WHERE id = $2 AND school_id = $3", day, completed), ""
    );
    auto const the_case = ready(school.sam);
    auto const placed = [&](ProgrammeId const& programme) {
        return refused(
            R"(INSERT INTO place (id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at,
                                  school_id)
               VALUES ($1, $2, $3, $4, $5, $6, 0, $7))",
            PlaceId::make(school.now),
            programme,
            the_case,
            school.sam.id,
            day,
            school.senco.staff
        );
    };
    EXPECT_EQ(placed(completed), "programme_completed");
    auto const closed = [&](std::optional<Instant> at, std::string const& why) {
        return refused(
            "UPDATE nurture_case SET closed_at = $1, closed_why = $2 WHERE id = $3 AND school_id = $4",
            at,
            why,
            the_case
        );
    };
    ASSERT_EQ(closed(school.now, "no need now"), "");
    EXPECT_EQ(placed(going_on), "case_closed");
    auto const word_of_what_stood = refused(
        R"(INSERT INTO undone_closing (id, case_id, closed_at, closed_why, undone_at, undone_by, reason, school_id)
           VALUES ($1, $2, $3, 'no need now', $3, $4, 'closed by mistake', $5))",
        CaseId::make(school.now),
        the_case,
        school.now,
        school.senco.staff
    );
    ASSERT_EQ(word_of_what_stood, "");
    ASSERT_EQ(closed(std::nullopt, ""), "");
    EXPECT_EQ(placed(going_on), "");
}

TEST_F(ProgrammeGates, nobody_starts_before_the_allocation) {
    auto const the_case = ready(school.sam);
    auto const started = [&] {
        return refused(
            R"(INSERT INTO step (id, case_id, step, taken_at, taken_on, taken_by, school_id)
               VALUES ($1, $2, 'start', 0, $3, $4, $5))",
            cases::StepId::make(school.now),
            the_case,
            day,
            school.senco.staff
        );
    };
    EXPECT_EQ(started(), "start_without_allocation");
    place_of(make_programme(), the_case);
    EXPECT_EQ(started(), "");
}

TEST_F(ProgrammeGates, no_place_returns_where_another_child_has_taken_it) {
    auto const programme = make_programme(1);
    auto const place = place_of(programme, ready(school.sam));
    ends(place);
    EXPECT_EQ(reopened(place), "");
    ends(place);
    place_of(programme, ready(school.amira));
    EXPECT_EQ(reopened(place), "no_place_left");
}

TEST_F(ProgrammeGates, no_place_returns_without_consent_or_training) {
    auto const programme = make_programme(1);
    auto const the_case = ready(school.sam);
    auto const place = place_of(programme, the_case);
    ends(place);
    day = day + 3;
    answer(school.sam, the_case, "withdrawn");
    EXPECT_EQ(reopened(place), "no_consent_in_force");
    answer(school.sam, the_case, "given");
    EXPECT_EQ(reopened(place), "");
    ends(place);
    EXPECT_EQ(
        refused("UPDATE training SET expires_on = $1 WHERE school_id = $2", day - 1), "training_stands"
    );
    ASSERT_EQ(training_ends(day - 1), "");
    EXPECT_EQ(reopened(place), "training_not_in_force");
}

TEST_F(ProgrammeGates, a_place_stays_with_its_child_programme_and_day) {
    auto const programme = make_programme();
    auto const another = make_programme();
    auto const place = place_of(programme, ready(school.sam));
    auto const amira = ready(school.amira);
    EXPECT_EQ(
        refused("UPDATE place SET programme_id = $1 WHERE id = $2 AND school_id = $3", another, place),
        "place_stands"
    );
    EXPECT_EQ(
        refused("UPDATE place SET case_id = $1 WHERE id = $2 AND school_id = $3", amira, place),
        "place_stands"
    );
    EXPECT_EQ(
        refused("UPDATE place SET pupil_id = $1 WHERE id = $2 AND school_id = $3", school.amira.id, place),
        "place_stands"
    );
    EXPECT_EQ(
        refused("UPDATE place SET allocated_on = $1 WHERE id = $2 AND school_id = $3", day - 1, place),
        "place_stands"
    );
    EXPECT_EQ(refused("UPDATE place SET allocated_at = 1 WHERE id = $1 AND school_id = $2", place), "");
}

TEST_F(ProgrammeGates, a_step_stays_what_it_is_on_its_day_and_undone_where_it_was_undone) {
    auto const the_case = ready(school.sam);
    auto const amira = ready(school.amira);
    EXPECT_EQ(
        refused("UPDATE step SET step = 'start' WHERE step = 'concern' AND school_id = $1"), "step_stands"
    );
    EXPECT_EQ(refused("UPDATE step SET taken_on = $1 WHERE school_id = $2", day - 1), "step_stands");
    EXPECT_EQ(
        refused("UPDATE step SET case_id = $1 WHERE case_id <> $1 AND school_id = $2", amira), "step_stands"
    );
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return cases::undo(visit, the_case, cases::Step::consent, "Entered for the wrong child");
    }));
    auto const back = refused(
        R"(UPDATE step SET undone_at = NULL, undone_reason = NULL WHERE undone_at IS NOT NULL AND school_id = $1)"
    );
    EXPECT_EQ(back, "step_stands");
}

}  // namespace
}  // namespace programmes
