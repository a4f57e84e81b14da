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
    auto const other = place_of(programme, ready(school.amira));
    ASSERT_EQ(reviewed_by(school.teacher_of_4b, only_place_in(programme)), "");
    EXPECT_EQ(
        refused(
            "UPDATE impact_review SET reviewer_id = $1 WHERE school_id = $2", school.nurture_assistant.staff
        ),
        "review_stands"
    );
    EXPECT_EQ(
        refused("UPDATE impact_review SET reviewed_on = $1 WHERE school_id = $2", day - 1), "review_stands"
    );
    auto const moved = refused(
        "UPDATE impact_review SET place_id = $1 WHERE place_id <> $1 AND school_id = $2",
        only_place_in(programme).id == other ? store::places(read(), school.school, programme, day).back().id
                                             : other
    );
    EXPECT_EQ(moved, "review_stands");
    EXPECT_EQ(refused("UPDATE impact_review SET words = 'Plays with three' WHERE school_id = $1"), "");
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
            "UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed' WHERE id = $2 AND school_id = "
            "$3",
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
    EXPECT_EQ(placed_on(day + 8), "no_place_left");
    EXPECT_EQ(placed_on(day + 9), "");
    EXPECT_EQ(ends_on(sams, calendar::iso(day + 30)), "place_stands") << "it is another child's since";
    ASSERT_EQ(ends_on(amiras, "9999-01-01"), "");
    EXPECT_EQ(reopened(sams), "no_place_left");
    ASSERT_EQ(ends_on(amiras, calendar::iso(day + 10)), "");
    EXPECT_EQ(reopened(sams), "");
}

TEST_F(ProgrammeGates, a_place_that_ends_tomorrow_is_taken_today) {
    auto const alone = make_programme(1);
    auto const sams = place_of(alone, ready(school.sam));
    auto const ends_on = [&](PlaceId const& place, Date on) {
        return refused(
            "UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed' WHERE id = $2 AND school_id = "
            "$3",
            on,
            place
        );
    };
    auto const held_by = [&](int places) {
        return refused("UPDATE programme SET places = $1 WHERE id = $2 AND school_id = $3", places, alone);
    };
    ends(sams);
    auto const amiras = place_of(alone, ready(school.amira));
    ASSERT_EQ(ends_on(amiras, todays_date + 1), "");
    EXPECT_EQ(reopened(sams), "no_place_left");
    EXPECT_EQ(held_by(0), "places_taken");
    ASSERT_EQ(ends_on(amiras, todays_date), "");
    EXPECT_EQ(reopened(sams), "");
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
