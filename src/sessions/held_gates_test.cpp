// What the database says past every rule of a session that was held, and of its programme.
#include "sessions/gates_test.hpp"

namespace sessions {
namespace {

TEST_F(SessionGates, a_held_session_is_planned_again_only_while_no_child_was_evaluated_as_present) {
    auto const programme = running_with(school.sam);
    auto const undoing = [&] {
        return refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); });
    };
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(undoing(), "");
    ASSERT_EQ(delivering(first(programme), day), "");
    as(school.nurture_assistant, [&](Visit& visit) {
        Evaluation present;
        present.id = visit.new_id<EvaluationId>();
        present.session = first(programme).id;
        auto const place = only_place_in(programme);
        present.place = place.id;
        present.writing = Writing::begun;
        present.written_by = visit.staff();
        present.written_at = visit.now;
        store::add(visit.db, visit.school, present, place.pupil.id);
        return true;
    });
    EXPECT_EQ(undoing(), "held_day_stands");
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::delivered);
}

// M2: who delivered it reviews nothing, so it stays delivered.
TEST_F(SessionGates, what_was_written_of_a_child_who_came_keeps_its_session_whatever_is_said_since) {
    auto const programme = running_with(school.sam);
    auto const said_of_it = [&](db::Sql const& sql) {
        return refused([&](Visit& visit) { visit.db.run(sql, visit.school); });
    };
    ASSERT_EQ(delivering(first(programme), day), "");
    as(school.nurture_assistant, [&](Visit& visit) {
        Evaluation present;
        present.id = visit.new_id<EvaluationId>();
        present.session = first(programme).id;
        auto const place = only_place_in(programme);
        present.place = place.id;
        present.writing = Writing::written;
        present.written_by = visit.staff();
        present.written_at = visit.now;
        store::add(visit.db, visit.school, present, place.pupil.id);
        return true;
    });
    EXPECT_EQ(
        said_of_it("UPDATE evaluation SET attended = 0, why_absent = 'ill' WHERE school_id = $1"),
        "evaluation_stands"
    );
    EXPECT_EQ(
        said_of_it("UPDATE evaluation SET attended = 0, why_absent = 'ill', version = 0 WHERE school_id = $1"
        ),
        "evaluation_stands"
    );
    EXPECT_EQ(
        said_of_it(
            R"(UPDATE evaluation SET attended = 0, why_absent = 'ill', version = version + 1 WHERE school_id = $1)"
        ),
        ""
    ) << "written up in error";
    EXPECT_EQ(said_of_it("UPDATE evaluation SET version = 1 WHERE school_id = $1"), "evaluation_stands");
    EXPECT_EQ(said_of_it("DELETE FROM evaluation WHERE school_id = $1"), "evaluation_stands");
    EXPECT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }),
        "held_day_stands"
    );
}

TEST_F(SessionGates, a_trained_stranger_holds_no_session_unless_they_stand_in) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme);
    auto const held_by = [&](support::Person const& person) {
        return refused([&](Visit& visit) {
            visit.db.run(
                R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                    WHERE school_id = $3 AND id = $4)",
                day,
                person.staff,
                visit.school,
                session.id
            );
        });
    };
    as(school.administrator, [&](Visit& visit) {
        return visit.db.run(
            R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
               VALUES ($1, $2, $3, 'nurture', 'Nurture', '2026-01-01', $4))",
            visit.school,
            EvaluationId::make(school.now),
            school.senco.staff,
            day + 300
        );
    });
    EXPECT_EQ(held_by(school.senco), "delivered_by_a_stranger");
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE session SET stand_in_id = $1 WHERE school_id = $2 AND id = $3",
            school.senco.staff,
            visit.school,
            session.id
        );
    });
    EXPECT_EQ(held_by(school.senco), "");
}

TEST_F(SessionGates, who_held_a_session_stands_until_it_is_planned_again) {
    auto const programme = running_with(school.sam);
    auto const& other = school.second_nurture_assistant;
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const said_of_it = [&](db::Sql const& sql) {
        return refused([&](Visit& visit) {
            visit.db.run(sql, other.staff, visit.school, first(programme).id);
        });
    };
    EXPECT_EQ(
        said_of_it("UPDATE session SET delivered_by = $1, stand_in_id = $1 WHERE school_id = $2 AND id = $3"),
        "delivery_stands"
    );
    EXPECT_EQ(
        said_of_it("UPDATE session SET stand_in_id = $1 WHERE school_id = $2 AND id = $3"), "delivery_stands"
    );
    ASSERT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }), ""
    );
    EXPECT_EQ(
        said_of_it(
            R"(UPDATE session SET outcome = 'delivered', held_on = planned_on, delivered_by = $1, stand_in_id = $1
                WHERE school_id = $2 AND id = $3)"
        ),
        ""
    );
}

TEST_F(SessionGates, no_session_is_deleted_but_one_that_is_planned) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const deleted = [&](Session const& session) {
        return refused([&](Visit& visit) {
            visit.db.run("DELETE FROM session WHERE school_id = $1 AND id = $2", visit.school, session.id);
        });
    };
    ASSERT_EQ(delivering(sessions[0], day), "");
    ASSERT_EQ(
        refused([&](Visit& visit) {
            store::not_hold(visit.db, visit.school, sessions[1], programmes::WhyNot::trip, false);
        }),
        ""
    );
    EXPECT_EQ(deleted(sessions[0]), "session_stands");
    EXPECT_EQ(deleted(sessions[1]), "session_stands");
    EXPECT_EQ(deleted(sessions[2]), "");
}

TEST_F(SessionGates, no_session_is_put_off_to_its_own_day) {
    auto const programme = running_with(school.sam);
    auto const session = sessions_of(programme)[1];
    auto const put_off_to = [&](Date day_instead) {
        return refused([&](Visit& visit) {
            store::not_hold(visit.db, visit.school, session, programmes::WhyNot::trip, true);
            auto const of = *programmes::store::find(visit.db, visit.school, programme);
            programmes::lay_another(visit, of, day_instead, session.number);
        });
    };
    EXPECT_EQ(put_off_to(session.planned_on), "instead_on_its_own_day");
    EXPECT_EQ(put_off_to(session.planned_on + 1), "");
}

TEST_F(SessionGates, no_session_is_held_before_the_day_it_was_planned_for) {
    auto const programme = running_with(school.sam);
    EXPECT_EQ(delivering(sessions_of(programme)[1], day + 6), "held_before_it_was_planned");
    EXPECT_EQ(delivering(sessions_of(programme)[1], day + 7), "");
    EXPECT_EQ(arriving(programme, day + 1, day), "held_before_it_was_planned");
}

TEST_F(SessionGates, a_session_that_was_held_stays_planned_for_its_day) {
    auto const programme = running_with(school.sam);
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const planned_for = [&](Date another) {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE session SET planned_on = $1 WHERE school_id = $2 AND id = $3",
                another,
                visit.school,
                first(programme).id
            );
        });
    };
    EXPECT_EQ(planned_for(day - 1), "planned_day_stands");
    EXPECT_NE(planned_for(day + 1), "") << "which is after it was held, too";
    EXPECT_EQ(planned_for(day), "");
}

TEST_F(SessionGates, no_programme_is_completed_while_one_of_its_sessions_is_planned) {
    auto const programme = running_with(school.sam);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(completing(programme), "sessions_still_planned");
    nothing_is_planned_in(programme);
    EXPECT_EQ(completing(programme), "");
}

// The rule says so first: nothing is planned there that could be recorded.
TEST_F(SessionGates, the_sessions_of_a_completed_programme_stand_until_it_goes_on) {
    auto const programme = running_with(school.sam);
    auto const held = first(programme);
    ASSERT_EQ(delivering(held, day), "");
    nothing_is_planned_in(programme);
    ASSERT_EQ(completing(programme), "");
    auto const planned_again = [&](int number) {
        return refused([&](Visit& visit) {
            visit.db.run(
                R"(UPDATE session SET outcome = 'planned', held_on = NULL, delivered_by = NULL, why_not = NULL
                    WHERE school_id = $1 AND programme_id = $2 AND number = $3)",
                visit.school,
                programme,
                number
            );
        });
    };
    EXPECT_EQ(planned_again(1), "programme_completed") << "that was held";
    EXPECT_EQ(planned_again(2), "programme_completed") << "that was not";
    EXPECT_EQ(arriving(programme, day, day), "programme_completed");
    EXPECT_EQ(
        refused([&](Visit& visit) { store::change_plan(visit.db, visit.school, first(programme), "Turns"); }),
        ""
    ) << "words are no record of what was held";
    refused([&](Visit& visit) {
        visit.db.run("UPDATE programme SET completed_on = NULL WHERE school_id = $1", visit.school);
    });
    EXPECT_EQ(planned_again(1), "");
    EXPECT_EQ(planned_again(2), "");
    EXPECT_EQ(arriving(programme, day, day), "");
}

}  // namespace
}  // namespace sessions
