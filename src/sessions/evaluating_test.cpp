// What is written about a session.
#include "records/store.hpp"
#include "sessions/sessions_test.hpp"

namespace sessions {
namespace {

TEST_F(SessionsTest, a_child_who_was_absent_keeps_no_face_no_numbers_and_nothing_noticed) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    starts_also(programme, school.amira);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto absent = pleased(place);
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    absent.next_time = "Begin with the fox puzzle";
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, absent));
    auto const kept = *written(session, place);
    EXPECT_EQ(kept.voice.feeling, std::nullopt);
    EXPECT_TRUE(kept.ratings.empty());
    EXPECT_EQ(kept.noticed, "");
    EXPECT_EQ(kept.next_time, "Begin with the fox puzzle");
}

TEST_F(SessionsTest, an_evaluation_stays_as_it_is_from_the_impact_review_until_that_is_undone) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    auto changed = pleased(place.id, 9);
    changed.version = 1;
    is_measured(place);
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place.id, changed).error(), Refusal::impact_measured
    );
    auto const check_in_again = as(school.nurture_assistant, [&](Visit& visit) {
        return check_in(visit, card(visit.db, session, place.id), {.feeling = Feeling::great});
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
    is_measured(place);
    day = day + 1;
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    auto changed = pleased(place.id, 9);
    changed.version = 1;
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place.id, changed).error(), Refusal::impact_measured
    );
}

// Who has not started is on no register, so without the others nobody came.
TEST_F(SessionsTest, a_child_who_has_not_started_makes_no_session_of_absent_ones) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    place_of(programme, ready(school.amira));
    EXPECT_EQ(
        deliver_as(school.nurture_assistant, session, {{place, WhyAbsent::ill}}).error(), Refusal::nobody_came
    );
    EXPECT_EQ(now(session).outcome, programmes::Outcome::planned);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    Evaluation absent;
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place, absent).error(), Refusal::nobody_else_came
    );
}

TEST_F(SessionsTest, the_register_writes_up_who_was_not_there) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    starts_also(programme, school.amira);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place, WhyAbsent::ill}}));
    EXPECT_EQ(written(session, place)->why_absent, WhyAbsent::ill);
    auto const open = as(school.nurture_assistant, [&](Visit& visit) {
        return store::to_write_up(visit.db, visit.school, visit.staff(), visit.today);
    });
    ASSERT_EQ(open.size(), 1U);
    EXPECT_EQ(open.front().children - open.front().evaluated, 1) << "who was there";
}

TEST_F(SessionsTest, what_the_child_says_waits_for_what_the_adult_writes) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return check_in(visit, card(visit.db, session, place), {.feeling = Feeling::not_so_good});
    }));
    EXPECT_EQ(written(session, place)->writing, Writing::begun);
    auto mine = pleased(place);
    mine.voice = {};
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, mine));
    EXPECT_EQ(written(session, place)->voice.feeling, Feeling::not_so_good);
    EXPECT_EQ(written(session, place)->writing, Writing::written);
}

// The flag by which Today finds what is left to write never differs from the evaluations themselves.
TEST_F(SessionsTest, a_line_of_the_register_is_left_until_its_evaluation_is_written) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    auto const left = [&] {
        return read().all<std::string>(
            "SELECT place_id FROM register_line WHERE school_id = $1 AND session_id = $2 AND written = 0",
            school.school,
            session
        );
    };
    auto const to_write = [&] {
        return store::to_write_up(read(), school.school, school.nurture_assistant.staff, school.today).size();
    };
    EXPECT_TRUE(left().empty());
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    EXPECT_EQ(left().size(), 1U);
    EXPECT_EQ(to_write(), 1U);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return check_in(visit, card(visit.db, session, place), {.feeling = Feeling::good});
    }));
    EXPECT_EQ(left().size(), 1U) << "what the child said is not yet an evaluation";
    EXPECT_EQ(to_write(), 1U);
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    EXPECT_TRUE(left().empty());
    EXPECT_EQ(to_write(), 0U);
}

// G4: an evaluation is written after every session; a programme that is completed before has it still to be
// written.
TEST_F(SessionsTest, what_is_left_to_write_stays_on_today_until_the_case_is_closed) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    for (auto const& session : sessions_of(programme)) hold(session);
    auto const to_write = [&] {
        return store::to_write_up(read(), school.school, school.nurture_assistant.staff, school.today).size();
    };
    auto const left = to_write();
    EXPECT_EQ(left, sessions_of(programme).size());
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::complete(visit, programme);
    }));
    EXPECT_EQ(to_write(), left);
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, first(programme).id, place.id, pleased(place.id)));
    EXPECT_EQ(to_write(), left - 1);
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'moved' WHERE school_id = $2 AND id = $3",
            visit.now,
            visit.school,
            place.the_case
        );
    });
    EXPECT_EQ(to_write(), 0U);
}

TEST_F(SessionsTest, one_evaluation_leaves_those_of_the_other_children) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme).id;
    give_target(place_of(programme, ready(school.amira)));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const line = [&] {
        return store::to_write_up(read(), school.school, school.nurture_assistant.staff, school.today).at(0);
    };
    EXPECT_EQ(line().children, 2);
    EXPECT_EQ(line().evaluated, 0);
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, sams, pleased(sams)));
    EXPECT_EQ(line().children, 2);
    EXPECT_EQ(line().evaluated, 1);
    EXPECT_TRUE(line().to_write_up && line().to_write_up != sams) << "who is left";
    // Whose consent ends later on that day was there all the same.
    as(school.senco, [&](Visit& visit) {
        programmes::store::end_place(visit.db, visit.school, sams, day, cases::EndReason::consent_withdrawn);
        return true;
    });
    EXPECT_EQ(line().children, 2);
    EXPECT_EQ(line().evaluated, 1);
}

TEST_F(SessionsTest, a_session_is_written_up_by_who_held_it_and_recorded_by_who_was_to_stand_in) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const& stand_in = school.second_nurture_assistant;
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE session SET stand_in_id = $1 WHERE school_id = $2 AND id = $3",
            stand_in.staff,
            visit.school,
            session
        );
    });
    auto const asked = [&](support::Person const& person) {
        return store::to_write_up(read(), school.school, person.staff, first(programme).planned_on + 1)
            .size();
    };
    EXPECT_EQ(asked(school.nurture_assistant), 0U);
    EXPECT_EQ(asked(stand_in), 1U);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    EXPECT_EQ(asked(school.nurture_assistant), 1U) << "she held it herself after all";
    EXPECT_EQ(asked(stand_in), 0U);
}

TEST_F(SessionsTest, a_line_is_left_again_where_the_register_is_taken_anew) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    starts_also(programme, school.amira);
    auto const written_lines = [&] {
        return read().the<std::int64_t>(
            "SELECT count(*) FROM register_line WHERE school_id = $1 AND session_id = $2 AND written = 1",
            school.school,
            session
        );
    };
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place, WhyAbsent::ill}}));
    EXPECT_EQ(written_lines(), 1);
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    }));
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    EXPECT_EQ(written_lines(), 0);
}

TEST_F(SessionsTest, a_child_who_would_rather_not_say_takes_the_face_back) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const says = [&](std::optional<Feeling> feeling) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return check_in(visit, card(visit.db, session, place), {.feeling = feeling});
        });
    };
    ASSERT_TRUE(says(std::nullopt));
    EXPECT_FALSE(written(session, place)) << "nothing was said, so nothing is written";
    ASSERT_TRUE(says(Feeling::not_so_good));
    ASSERT_TRUE(says(std::nullopt));
    EXPECT_EQ(written(session, place)->voice.feeling, std::nullopt);
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

// G4: no number where nothing was to be seen.
TEST_F(SessionsTest, a_target_that_was_not_seen_is_kept_as_such_and_may_be_corrected_either_way) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto evaluation = pleased(place);
    auto const said = [&](std::optional<int> rating, int version) {
        evaluation.ratings.front().rating = rating;
        evaluation.version = version;
        EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place, evaluation));
        auto const kept = *written(session, place);
        EXPECT_EQ(kept.writing, Writing::written);
        ASSERT_EQ(kept.ratings.size(), 1U);
        EXPECT_EQ(kept.ratings.front().rating, rating);
    };
    said(std::nullopt, 0);
    said(0, 1);
    said(std::nullopt, 2);
    auto const open = as(school.nurture_assistant, [&](Visit& visit) {
        return store::to_write_up(visit.db, visit.school, visit.staff(), visit.today).size();
    });
    EXPECT_EQ(open, 0U);
}

TEST_F(SessionsTest, what_a_target_was_rated_last_passes_over_the_weeks_in_which_it_was_not_seen) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    auto const place = only_place_in(programme).id;
    std::size_t number = 0;
    for (auto const rating : {std::optional(4), std::optional(7), std::optional<int>()}) {
        auto const& session = sessions[number++];
        day = session.planned_on;
        ASSERT_TRUE(deliver_as(school.nurture_assistant, session.id));
        auto evaluation = pleased(place);
        evaluation.ratings.front().rating = rating;
        ASSERT_TRUE(evaluate_as(school.nurture_assistant, session.id, place, evaluation));
    }
    auto const before = [&](std::size_t at) {
        return store::ratings_before(read(), school.school, place, sessions[at].id);
    };
    EXPECT_TRUE(before(0).empty());
    EXPECT_EQ(before(1).front().rating, 4);
    EXPECT_EQ(before(2).front().rating, 7);
    ASSERT_EQ(before(3).size(), 1U);
    EXPECT_EQ(before(3).front().rating, 7);
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
        EXPECT_TRUE(evaluate(visit, card(visit.db, session, place), {}, evaluation, targets));
        return db.statements_run() - before;
    });
    EXPECT_LE(statements, 8);
}

}  // namespace
}  // namespace sessions
