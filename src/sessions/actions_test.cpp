#include "sessions/actions.hpp"

#include <thread>

#include "need_to_know/actions.hpp"
#include "need_to_know/need_to_know.hpp"
#include "programmes/change_actions.hpp"
#include "programmes/nurture_test.hpp"
#include "records/actions.hpp"
#include "records/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace sessions {
namespace {

class SessionsTest : public programmes::NurtureTest {
protected:
    Session first(ProgrammeId const& programme) { return sessions_of(programme).front(); }
    Session now(SessionId const& session) { return *store::find(read(), school.school, session); }

    Expected<void, Refusal> deliver_as(
        support::Person const& person, SessionId const& session, std::map<PlaceId, WhyAbsent> absent = {}
    ) {
        return as(person, [&](Visit& visit) {
            return deliver(visit, now(session), {.held_on = visit.today, .absent = absent});
        });
    }
    Expected<void, Refusal> deliver_on(SessionId const& session, Date held_on) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, now(session), {.held_on = held_on, .absent = {}});
        });
    }
    Expected<void, Refusal> held_instead(Session const& session, Date on) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return not_hold(
                visit, session, {.why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = on}
            );
        });
    }
    store::Card card(db::Connection& db, SessionId const& session, PlaceId const& place) {
        return *store::card(db, school.school, session, place, day);
    }
    Evaluation pleased(PlaceId const& place, int rating = 6) {
        Evaluation evaluation;
        evaluation.feeling = Feeling::good;
        evaluation.noticed = "Asked Amira to play";
        evaluation.confidence = "Dad has moved out";
        evaluation.version = 0;
        for (auto const& target : programmes::store::targets(read(), school.school, place))
            evaluation.ratings.push_back({target.id, rating});
        return evaluation;
    }
    Expected<void, Refusal> evaluate_as(
        support::Person const& person,
        SessionId const& session,
        PlaceId const& place,
        Evaluation const& evaluation,
        bool may_see_confidence = true
    ) {
        return as(person, [&](Visit& visit) {
            auto const targets = programmes::store::targets(visit.db, visit.school, place);
            return evaluate(visit, card(visit.db, session, place), may_see_confidence, evaluation, targets);
        });
    }
    // The answer and its line in the log, as a parent's link brings them.
    bool withdraw(Visit& visit, CaseId const& the_case) {
        visit.db.run(
            R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route, answered_on,
                                           received_at)
               SELECT school_id, case_id, 2, contact_id, 'withdrawn', 'link', answered_on, $1
                 FROM consent_answer WHERE school_id = $2 AND case_id = $3)",
            visit.now,
            visit.school,
            the_case
        );
        records::write(
            visit,
            {.action = records::Action::made,
             .subject = "consent_answer",
             .subject_id = std::string(the_case.text()),
             .case_id = std::string(the_case.text())}
        );
        return true;
    }
    void review(programmes::Place const& place) {
        as(school.teacher_of_4b, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO impact_review (school_id, id, case_id, place_id, reviewer_id, reviewed_on,
                                              reviewed_at, words, outcome)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, 'Joins in', 'partly'))",
                visit.school,
                visit.new_id<SessionId>(),
                place.the_case,
                place.id,
                visit.staff(),
                visit.today,
                visit.now
            );
        });
    }
    Expected<void, programmes::Refusal> handed_over(
        ProgrammeId const& programme, Date from_on, std::string const& at = "10:30"
    ) {
        return as(school.senco, [&](Visit& visit) {
            return programmes::change_delivery(
                visit,
                programme,
                {.from_on = from_on,
                 .deliverer = school.second_nurture_assistant.staff,
                 .room = programmes::same<schools::RoomId>(school.room),
                 .weekday = programmes::Weekday::tuesday,
                 .starts_at_time = at,
                 .reason = "Takes over"}
            );
        });
    }
    void undo_review() {
        as(school.senco,
           [&](Visit& visit) { return visit.db.run("UPDATE impact_review SET undone_at = $1", visit.now); });
    }
    void close(CaseId const& the_case) {
        as(school.senco, [&](Visit& visit) {
            visit.db.run(
                R"(UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed'
                    WHERE school_id = $2 AND case_id = $3 AND ended_on IS NULL)",
                day,
                visit.school,
                the_case
            );
            cases::close(visit, the_case, "Moved away");
            return true;
        });
    }
    std::optional<Evaluation> written(SessionId const& session, PlaceId const& place) {
        return store::evaluation(read(), school.school, session, place);
    }
};

TEST_F(SessionsTest, a_session_is_delivered_and_each_child_evaluated) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    auto const evaluation = written(session, place);
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->feeling, Feeling::good);
    EXPECT_EQ(evaluation->ratings.front().rating, 6);
    EXPECT_EQ(evaluation->writing, Writing::written);
}

TEST_F(SessionsTest, a_delivery_recorded_by_mistake_is_undone_with_its_absences_and_recorded_again) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    place_of(programme, ready(school.amira));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place, WhyAbsent::ill}}));
    auto const undo_as = [&](support::Person const& person) {
        return as(person, [&](Visit& visit) {
            return undo_delivery(visit, now(session), "Pressed on the wrong day");
        });
    };
    EXPECT_EQ(undo_as(school.teacher_of_4b).error(), Refusal::not_recorded_by_you);
    ASSERT_TRUE(undo_as(school.senco));
    EXPECT_EQ(now(session).outcome, programmes::Outcome::planned);
    EXPECT_FALSE(now(session).held_on || now(session).delivered_by);
    EXPECT_FALSE(written(session, place));
    EXPECT_EQ(undo_as(school.senco).error(), Refusal::nothing_to_undo);

    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(undo_as(school.nurture_assistant));
    auto const reasons = read().all<std::string>(
        "SELECT why FROM record WHERE school_id = $1 AND why = 'Pressed on the wrong day'", school.school
    );
    EXPECT_EQ(reasons.size(), 3U) << "two sessions and an absence";
}

TEST_F(SessionsTest, a_delivery_stands_once_a_child_is_written_up) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    auto const refused = as(school.nurture_assistant, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    });
    EXPECT_EQ(refused.error(), Refusal::a_child_is_written_up);
    EXPECT_EQ(now(session).outcome, programmes::Outcome::delivered);
}

// Turned to absent, the last child takes no session with them.
TEST_F(SessionsTest, a_delivery_stands_also_where_the_last_child_was_turned_to_absent) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    Evaluation absent;
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    absent.version = 1;
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, absent));
    auto const undone = as(school.nurture_assistant, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    });
    EXPECT_EQ(undone.error(), Refusal::a_child_is_written_up);
    EXPECT_EQ(now(session).outcome, programmes::Outcome::delivered);
}

TEST_F(SessionsTest, a_delivery_stands_once_the_impact_was_measured_or_a_case_is_closed) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    place_of(programme, ready(school.amira));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place.id, WhyAbsent::ill}}));
    auto const undo = [&] {
        return as(school.senco, [&](Visit& visit) {
            return undo_delivery(visit, now(session), "Pressed on the wrong day");
        });
    };
    review(place);
    EXPECT_EQ(undo().error(), Refusal::a_child_is_settled);
    EXPECT_TRUE(written(session, place.id)) << "the absence stays, too";
    undo_review();
    close(place.the_case);
    EXPECT_EQ(undo().error(), Refusal::a_child_is_settled);
    EXPECT_EQ(now(session).outcome, programmes::Outcome::delivered);
}

TEST_F(SessionsTest, a_delivery_is_undone_though_the_impact_of_who_left_before_it_was_measured) {
    auto const programme = running_with(school.sam);
    auto const left_before = only_place_in(programme);
    place_of(programme, ready(school.amira));
    as(school.senco, [&](Visit& visit) {
        programmes::store::end_place(
            visit.db, visit.school, left_before.id, day, cases::EndReason::no_longer_needed
        );
        return true;
    });
    review(left_before);
    day = day + 1;
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    EXPECT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    }));
}

TEST_F(SessionsTest, a_child_who_was_absent_keeps_no_face_no_numbers_and_nothing_noticed) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    place_of(programme, ready(school.amira));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto absent = pleased(place);
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    absent.next_time = "Begin with the fox puzzle";
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, absent));
    auto const kept = *written(session, place);
    EXPECT_EQ(kept.feeling, std::nullopt);
    EXPECT_TRUE(kept.ratings.empty());
    EXPECT_EQ(kept.noticed, "");
    EXPECT_EQ(kept.next_time, "Begin with the fox puzzle");
}

TEST_F(SessionsTest, a_correction_of_training_counts_the_sessions_that_it_leaves_untrained) {
    auto const programme = running_with(school.sam);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, first(programme).id));
    auto const& deliverer = school.nurture_assistant.staff;
    as(school.administrator, [&](Visit& visit) {
        auto const training = staff::store::trainings_of(visit.db, visit.school, deliverer).front();
        return staff::actions::correct_training(
                   visit, training, {training.name, training.held_on, day - 1, "Another year's certificate"}
        )
            .has_value();
    });
    auto const kept = staff::store::corrections_of(read(), school.school, deliverer);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().sessions_untrained, 1);
}

TEST_F(SessionsTest, an_evaluation_stays_as_it_is_from_the_impact_review_until_that_is_undone) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    auto changed = pleased(place.id, 9);
    changed.version = 1;
    review(place);
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place.id, changed).error(), Refusal::impact_measured
    );
    auto const check_in_again = as(school.nurture_assistant, [&](Visit& visit) {
        return check_in(visit, card(visit.db, session, place.id), Feeling::great);
    });
    EXPECT_EQ(check_in_again.error(), Refusal::impact_measured);
    undo_review();
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, changed));
    close(place.the_case);
    changed.version = 2;
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place.id, changed).error(), Refusal::case_closed
    );
}

TEST_F(SessionsTest, an_evaluation_that_was_forgotten_is_written_after_the_impact_review_once) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    review(place);
    day = day + 1;
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    auto changed = pleased(place.id, 9);
    changed.version = 1;
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place.id, changed).error(), Refusal::impact_measured
    );
}

// The evaluations of one's own sessions stay one's own after the programme changed hands, and nothing else
// does.
TEST_F(SessionsTest, who_delivered_before_keeps_the_evaluations_of_their_own_sessions_alone) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, sessions[0].id));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, sessions[0].id, place.id, pleased(place.id)));
    day = day + 1;
    auto const change = as(school.senco, [&](Visit& visit) {
        return programmes::change_delivery(
            visit,
            programme,
            {.from_on = day,
             .deliverer = school.second_nurture_assistant.staff,
             .room = programmes::same<schools::RoomId>(school.room),
             .weekday = programmes::Weekday::tuesday,
             .starts_at_time = "10:30",
             .reason = "Takes over"}
        );
    });
    ASSERT_TRUE(change);
    auto changed = pleased(place.id, 8);
    changed.version = 1;
    EXPECT_EQ(
        evaluate_as(school.second_nurture_assistant, sessions[0].id, place.id, changed).error(),
        Refusal::not_yours
    );
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, sessions[0].id, place.id, changed));

    day = sessions[1].planned_on;
    EXPECT_EQ(deliver_as(school.nurture_assistant, sessions[1].id).error(), Refusal::not_yours);
    EXPECT_TRUE(deliver_as(school.second_nurture_assistant, sessions[1].id));
    auto const sees = [&](support::Person const& person) {
        return as(person, [&](Visit& visit) { return need_to_know::access_to_case(visit, place.the_case); });
    };
    EXPECT_FALSE(sees(school.nurture_assistant)) << "no session is left to hold";
    EXPECT_TRUE(sees(school.second_nurture_assistant));
    EXPECT_EQ(store::to_write_up(read(), school.school, school.nurture_assistant.staff, day).size(), 0U);
    EXPECT_EQ(
        store::to_write_up(read(), school.school, school.second_nurture_assistant.staff, day).size(), 1U
    );
}

TEST_F(SessionsTest, who_delivers_until_a_day_to_come_supports_the_child_until_then) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const place = only_place_in(programme);
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return programmes::change_delivery(
            visit,
            programme,
            {.from_on = sessions[1].planned_on,
             .deliverer = school.second_nurture_assistant.staff,
             .room = programmes::same<schools::RoomId>(school.room),
             .weekday = programmes::Weekday::tuesday,
             .starts_at_time = "10:30",
             .reason = "Takes over"}
        );
    }));
    auto const sees = [&](support::Person const& person) {
        return as(person, [&](Visit& visit) {
            return need_to_know::access_to_case(visit, place.the_case).has_value();
        });
    };
    EXPECT_TRUE(sees(school.nurture_assistant));
    EXPECT_TRUE(sees(school.second_nurture_assistant)) << "a week before, to prepare";
    EXPECT_TRUE(deliver_as(school.nurture_assistant, sessions[0].id));
    EXPECT_FALSE(sees(school.nurture_assistant));
}

TEST_F(SessionsTest, who_takes_over_sees_nothing_until_a_week_before_and_nothing_confided_until_the_day) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    auto const from_on = sessions_of(programme)[2].planned_on;
    ASSERT_TRUE(handed_over(programme, from_on));
    auto const seen = [&] {
        return as(school.second_nurture_assistant, [&](Visit& visit) -> std::string {
            auto const access = need_to_know::access_to_case(visit, place.the_case);
            auto const listed = need_to_know::Sight(visit).of_case(place.pupil, place.the_case);
            EXPECT_EQ(access.has_value(), listed.has_value());
            if (!access || !listed) return "nothing";
            EXPECT_EQ(access->access.reason(), listed->reason());
            return access->access.sees(need_to_know::Zone::confidence) ? "all" : "progress";
        });
    };
    EXPECT_EQ(seen(), "nothing");
    day = from_on - 8;
    EXPECT_EQ(seen(), "nothing");
    day = from_on - 7;
    EXPECT_EQ(seen(), "progress");
    day = from_on;
    EXPECT_EQ(seen(), "all");
}

TEST_F(SessionsTest, a_session_put_off_before_a_hand_over_stays_in_the_hands_of_its_own_day) {
    auto const programme = running_with(school.sam);
    auto const before = sessions_of(programme);
    as(school.senco, [&](Visit& visit) {
        return name_stand_in(visit, before[0], school.second_nurture_assistant.staff).has_value();
    });
    ASSERT_TRUE(handed_over(programme, before[2].planned_on, "14:00"));
    auto const put_off = [&](Session const& session, Date on) {
        return as(school.senco, [&](Visit& visit) {
            return not_hold(
                visit, session, {.why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = on}
            );
        });
    };
    auto const laid_on = [&](Date on) {
        for (auto const& session : sessions_of(programme))
            if (session.planned_on == on && session.outcome == programmes::Outcome::planned) return session;
        return Session{};
    };
    ASSERT_TRUE(put_off(now(before[0].id), before[0].planned_on + 1));
    auto const early = laid_on(before[0].planned_on + 1);
    EXPECT_EQ(early.deliverer, school.nurture_assistant.staff);
    EXPECT_EQ(early.starts_at_time, "10:30");
    EXPECT_EQ(early.stand_in, school.second_nurture_assistant.staff);
    ASSERT_TRUE(put_off(now(before[1].id), before[2].planned_on + 1));
    auto const late = laid_on(before[2].planned_on + 1);
    EXPECT_FALSE(late.deliverer) << "who takes over";
    EXPECT_EQ(late.starts_at_time, "14:00");
    EXPECT_FALSE(late.stand_in);
    day = before[0].planned_on + 1;
    EXPECT_TRUE(deliver_as(school.nurture_assistant, early.id));
}

TEST_F(SessionsTest, no_session_is_recorded_for_a_child_without_consent_on_the_day) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    answer(school.sam, place.the_case, "withdrawn");
    auto const refused = evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Refusal::no_consent_in_force);
}

TEST_F(SessionsTest, no_session_is_held_where_no_child_has_consent_in_force) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    answer(school.sam, place.the_case, "withdrawn");
    auto const refused = deliver_as(school.nurture_assistant, first(programme).id);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Refusal::no_consent_in_force);
}

TEST_F(SessionsTest, words_about_an_absent_child_need_consent_and_plain_absence_does_not) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    place_of(programme, ready(school.amira));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    answer(school.sam, place.the_case, "withdrawn");
    Evaluation absent;
    absent.version = 0;
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    absent.confidence = "I am not to come any more";
    auto const refused = evaluate_as(school.nurture_assistant, session, place.id, absent);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Refusal::no_consent_in_force);
    absent.confidence.clear();
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, absent));
}

TEST_F(SessionsTest, who_delivered_sees_nothing_of_a_session_once_the_case_is_closed) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    auto const sees = [&](Visit& visit) { return access_to(visit, place.the_case, {}).has_value(); };
    EXPECT_TRUE(as(school.nurture_assistant, sees));
    close(place.the_case);
    EXPECT_FALSE(as(school.nurture_assistant, sees));
}

TEST_F(SessionsTest, the_database_refuses_by_itself_what_the_rule_would_refuse) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    answer(school.sam, place.the_case, "withdrawn");
    auto const past_the_rule = [&](Visit& visit) {
        auto evaluation = pleased(place.id);
        evaluation.id = visit.new_id<EvaluationId>();
        evaluation.session = session;
        evaluation.place = place.id;
        evaluation.written_by = visit.staff();
        evaluation.written_at = visit.now;
        store::add(visit.db, visit.school, evaluation, place.pupil.id);
        return true;
    };
    try {
        as(school.nurture_assistant, past_the_rule);
        FAIL() << "the gate let it pass";
    } catch (db::Refused const& refused) {
        EXPECT_EQ(refused.gate, "no_consent_in_force");
    }
}

TEST_F(SessionsTest, an_untrained_person_delivers_nothing_in_rule_or_database) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE session SET stand_in_id = $1 WHERE school_id = $2 AND id = $3",
            school.untrained.staff,
            school.school,
            session
        );
        transaction.commit();
    }
    auto const refused = deliver_as(school.untrained, session);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Refusal::not_trained);
    EXPECT_THROW(
        as(school.untrained,
           [&](Visit& visit) {
               return store::deliver(visit.db, visit.school, now(session), day, visit.staff());
           }),
        db::Refused
    );
}

TEST_F(SessionsTest, a_trained_colleague_stands_in_and_learns_nothing_confided) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    auto const& colleague = school.second_nurture_assistant;
    EXPECT_EQ(deliver_as(colleague, session).error(), Refusal::not_yours);
    auto const named =
        as(school.senco, [&](Visit& visit) { return name_stand_in(visit, now(session), colleague.staff); });
    ASSERT_TRUE(named);
    ASSERT_TRUE(deliver_as(colleague, session));
    EXPECT_EQ(now(session).delivered_by, colleague.staff);
    auto const access = as(colleague, [&](Visit& visit) {
        auto const one = card(visit.db, session, place.id);
        return access_to(visit, one.place.the_case, {*one.stand_in});
    });
    ASSERT_TRUE(access);
    EXPECT_TRUE(access->sees(need_to_know::Zone::progress));
    EXPECT_FALSE(access->sees(need_to_know::Zone::confidence));
    ASSERT_TRUE(evaluate_as(colleague, session, place.id, pleased(place.id), false));
    EXPECT_EQ(written(session, place.id)->confidence, "");
}

TEST_F(SessionsTest, nobody_untrained_is_named_as_stand_in) {
    auto const session = first(running_with(school.sam)).id;
    auto const named = as(school.senco, [&](Visit& visit) {
        return name_stand_in(visit, now(session), school.untrained.staff);
    });
    ASSERT_FALSE(named);
    EXPECT_EQ(named.error(), Refusal::not_trained);
}

TEST_F(SessionsTest, the_register_writes_up_who_was_not_there) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    place_of(programme, ready(school.amira));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place, WhyAbsent::ill}}));
    EXPECT_EQ(written(session, place)->why_absent, WhyAbsent::ill);
    auto const open = as(school.nurture_assistant, [&](Visit& visit) {
        return store::to_write_up(visit.db, visit.school, visit.staff(), visit.today).size();
    });
    EXPECT_EQ(open, 0U);
}

TEST_F(SessionsTest, what_the_child_says_waits_for_what_the_adult_writes) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return check_in(visit, card(visit.db, session, place), Feeling::not_so_good);
    }));
    EXPECT_EQ(written(session, place)->writing, Writing::begun);
    auto mine = pleased(place);
    mine.feeling.reset();
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, mine));
    EXPECT_EQ(written(session, place)->feeling, Feeling::not_so_good);
    EXPECT_EQ(written(session, place)->writing, Writing::written);
}

TEST_F(SessionsTest, a_child_who_would_rather_not_say_takes_the_face_back) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const says = [&](std::optional<Feeling> feeling) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return check_in(visit, card(visit.db, session, place), feeling);
        });
    };
    ASSERT_TRUE(says(std::nullopt));
    EXPECT_FALSE(written(session, place)) << "nothing was said, so nothing is written";
    ASSERT_TRUE(says(Feeling::not_so_good));
    ASSERT_TRUE(says(std::nullopt));
    EXPECT_EQ(written(session, place)->feeling, std::nullopt);
}

TEST_F(SessionsTest, of_two_who_write_the_same_card_the_second_is_asked_to_choose) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place, 6)));
    auto const second = evaluate_as(school.nurture_assistant, session, place, pleased(place, 2));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error(), Refusal::changed_meanwhile);
    EXPECT_EQ(written(session, place)->ratings.front().rating, 6);
    auto chosen = pleased(place, 2);
    chosen.version = written(session, place)->version;
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place, chosen));
    EXPECT_EQ(written(session, place)->ratings.front().rating, 2);
}

TEST_F(SessionsTest, the_log_never_repeats_what_a_child_confided) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    for (auto const& entry : records::store::all(read(), school.school))
        EXPECT_EQ(entry.detail.value_or("").find("moved out"), std::string::npos);
}

TEST_F(SessionsTest, a_session_put_off_moves_the_end_of_the_programme) {
    auto const programme = running_with(school.sam);
    auto const noted = as(school.nurture_assistant, [&](Visit& visit) {
        return not_hold(
            visit,
            first(programme),
            {.why = programmes::WhyNot::room_lost, .instead = Instead::after_the_last, .on = {}}
        );
    });
    ASSERT_TRUE(noted);
    auto const sessions = sessions_of(programme);
    ASSERT_EQ(sessions.size(), 7U);
    EXPECT_EQ(calendar::iso(sessions.back().planned_on), "2026-06-30");
    EXPECT_TRUE(sessions.front().rearranged);
    EXPECT_EQ(sessions.back().number, 1) << "it is the same session on another day";
    EXPECT_EQ(programmes::moved_from(sessions.back(), sessions), sessions.front().planned_on);
    EXPECT_EQ(programmes::moved_from(sessions.front(), sessions), std::nullopt);
    EXPECT_EQ(programmes::moved_from(sessions[1], sessions), std::nullopt);
}

TEST_F(SessionsTest, what_the_stand_in_or_the_day_instead_has_already_is_said_beforehand) {
    auto const programme = running_with(school.sam);
    auto const other = make_programme();
    auto const session = first(programme);
    as(school.nurture_assistant, [&](Visit& visit) {
        auto const of = *programmes::store::find(visit.db, visit.school, programme);
        NotHeld const later{
            .why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = session.planned_on + 7};
        auto const said = clashes_of_day_instead(visit, of, session, later);
        EXPECT_FALSE(said.empty()) << "the room has a session then";
        NotHeld const free{
            .why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = session.planned_on + 1};
        EXPECT_TRUE(clashes_of_day_instead(visit, of, session, free).empty());
        EXPECT_TRUE(clashes_of_stand_in(visit, of, session, school.second_nurture_assistant.staff).empty());
        auto const deliverer = programmes::store::find(visit.db, visit.school, other)->deliverer;
        EXPECT_EQ(clashes_of_stand_in(visit, of, session, deliverer).size(), 1U);
        return 0;
    });
}

TEST_F(SessionsTest, the_plan_of_a_session_that_is_put_off_moves_along) {
    auto const programme = running_with(school.sam);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return write_plan(visit, first(programme), "Make a card for a friend");
    }));
    auto const before = sessions_of(programme).size();
    ASSERT_TRUE(held_instead(first(programme), day + 1));
    auto const after = sessions_of(programme);
    ASSERT_EQ(after.size(), before + 1);
    auto const laid = std::ranges::find(after, day + 1, &Session::planned_on);
    ASSERT_NE(laid, after.end());
    EXPECT_EQ(laid->plan, "Make a card for a friend");
}

TEST_F(SessionsTest, a_session_is_held_instead_on_school_days_from_today_on_alone) {
    auto const programme = running_with(school.sam);
    EXPECT_EQ(
        held_instead(first(programme), *calendar::parse_iso("2026-05-26")).error(),
        Refusal::school_closed_that_day
    );
    EXPECT_EQ(held_instead(first(programme), day - 1).error(), Refusal::instead_in_the_past);
    EXPECT_TRUE(held_instead(first(programme), day + 1));
}

TEST_F(SessionsTest, a_session_is_held_on_the_day_it_was_planned_for_or_a_later_school_day) {
    auto const second = sessions_of(running_with(school.sam))[1].id;
    auto const planned_on = day + 7;
    day = day + 13;
    EXPECT_EQ(deliver_on(second, planned_on - 1).error(), Refusal::before_it_was_planned);
    EXPECT_EQ(deliver_on(second, planned_on + 5).error(), Refusal::no_school_that_day) << "a Sunday";
    EXPECT_TRUE(deliver_on(second, planned_on + 2));
    EXPECT_EQ(now(second).held_on, planned_on + 2);
}

TEST_F(SessionsTest, a_session_is_held_earlier_than_planned_once_it_is_moved_there) {
    auto const programme = running_with(school.sam);
    day = day + 3;
    EXPECT_EQ(deliver_on(sessions_of(programme)[1].id, day).error(), Refusal::before_it_was_planned);
    ASSERT_TRUE(held_instead(sessions_of(programme)[1], day));
    auto const sessions = sessions_of(programme);
    auto const moved = std::ranges::find(sessions, day, &Session::planned_on);
    ASSERT_NE(moved, sessions.end());
    EXPECT_TRUE(deliver_on(moved->id, day));
}

TEST_F(SessionsTest, saving_an_evaluation_asks_little_of_the_database) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto& db = database.connection();
    auto const evaluation = pleased(place);
    auto const statements = as(school.nurture_assistant, [&](Visit& visit) {
        auto const before = db.statements_run();
        auto const targets = programmes::store::targets(visit.db, visit.school, place);
        EXPECT_TRUE(evaluate(visit, card(visit.db, session, place), true, evaluation, targets));
        return db.statements_run() - before;
    });
    EXPECT_LE(statements, 8);
}

TEST_F(SessionsTest, todays_sessions_and_those_to_write_up_are_listed_for_who_holds_them) {
    auto const programme = running_with(school.sam);
    auto const lines = [&](Visit& visit) {
        return store::mine(visit.db, visit.school, visit.staff(), day, day + 6);
    };
    EXPECT_EQ(as(school.nurture_assistant, lines).size(), 1U);
    EXPECT_EQ(as(school.second_nurture_assistant, lines).size(), 0U);
    auto const open = [](Visit& visit) {
        return store::to_write_up(visit.db, visit.school, visit.staff(), visit.today);
    };
    EXPECT_TRUE(as(school.nurture_assistant, open).empty());
    day = day + 1;
    ASSERT_EQ(as(school.nurture_assistant, open).size(), 1U);
    day = day - 1;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, first(programme).id));
    auto const lacking = as(school.nurture_assistant, open);
    ASSERT_EQ(lacking.size(), 1U);
    EXPECT_EQ(lacking.front().children, 1);
    EXPECT_EQ(lacking.front().evaluated, 0);
}

// A parent withdraws in the second in which a session is written up. Whoever is first, no evaluation is saved
// after the withdrawal. Both write to the log with what they save, so its order tells who was first.
TEST_F(SessionsTest, a_withdrawal_and_an_evaluation_at_once_never_leave_an_evaluation_after_the_withdrawal) {
    auto const programme = make_small_programme(6);
    for (int round = 0; round < 5; ++round) {
        auto const child = join("Racer" + std::to_string(round));
        give_target(place_of(programme, ready(child)));
    }
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));

    for (auto const& place : programmes::store::places(read(), school.school, programme, day)) {
        auto const evaluation = pleased(place.id);
        auto const again_while_busy = [this](support::Person const& person, auto const& act) {
            auto const db = database.connect(db::Mode::write);
            for (;;) try {
                    return as(*db, person, act);
                } catch (db::Busy const&) {
                    std::this_thread::yield();
                } catch (db::Refused const& refused) {
                    EXPECT_EQ(refused.gate, "no_consent_in_force");
                    return false;
                }
        };
        bool withdrew = false;
        bool evaluated = false;
        std::thread parent([&] {
            withdrew =
                again_while_busy(school.senco, [&](Visit& visit) { return withdraw(visit, place.the_case); });
        });
        std::thread assistant([&] {
            evaluated = again_while_busy(school.nurture_assistant, [&](Visit& visit) {
                auto const targets = programmes::store::targets(visit.db, visit.school, place.id);
                return evaluate(visit, card(visit.db, session, place.id), true, evaluation, targets)
                    .has_value();
            });
        });
        parent.join();
        assistant.join();
        EXPECT_TRUE(withdrew);
        EXPECT_EQ(written(session, place.id).has_value(), evaluated);
        bool has_withdrawn = false;
        for (auto const& entry :
             records::store::of_case(read(), school.school, std::string(place.the_case.text()))) {
            has_withdrawn = has_withdrawn || entry.subject == "consent_answer";
            EXPECT_FALSE(has_withdrawn && entry.subject == "evaluation");
        }
        EXPECT_TRUE(has_withdrawn);
        auto const late = evaluate_as(school.nurture_assistant, session, place.id, evaluation);
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error(), Refusal::no_consent_in_force);
    }
}

}  // namespace
}  // namespace sessions
