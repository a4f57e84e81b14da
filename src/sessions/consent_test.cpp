// No session without consent, by rule and by the database.
#include <thread>

#include "records/store.hpp"
#include "sessions/sessions_test.hpp"

namespace sessions {
namespace {

// The school hears late: Dad had refused on the day before.
TEST_F(SessionsTest, nobody_is_written_up_whose_consent_was_not_in_force_on_the_day) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const left = [&] {
        return store::to_write_up(read(), school.school, school.nurture_assistant.staff, day + 1).size();
    };
    EXPECT_EQ(left(), 1U);
    refused_the_day_before(place.the_case);
    EXPECT_EQ(left(), 0U) << "nobody is asked for what can't be done";
    auto const refused = evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), Refusal::no_consent_in_force);
}

// Asking the child is something new, and what the adult saw is on record.
TEST_F(SessionsTest, nobody_is_asked_how_it_was_once_consent_was_withdrawn) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const asks = [&] {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return check_in(visit, card(visit.db, session, place.id), {.feeling = Feeling::good});
        });
    };
    EXPECT_TRUE(asks());
    answer(school.sam, place.the_case, "withdrawn");
    EXPECT_EQ(asks().error(), Refusal::not_asked_any_more);
}

// 0050: the register says who was there, whatever became of their places since.
TEST_F(SessionsTest, one_of_two_was_absent_where_the_consent_of_the_other_was_withdrawn_after_the_session) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    starts_also(programme, school.amira);
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    withdraws(school.sam, sams);
    Evaluation absent;
    absent.version = 0;
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    auto const listed = store::register_of(read(), school.school, session);
    auto const amiras = listed[0].place == sams.id ? listed[1].place : listed[0].place;
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, amiras, absent));
    EXPECT_FALSE(evaluate_as(school.nurture_assistant, session, sams.id, absent)) << "nobody would be left";
}

// G4, C6.
TEST_F(SessionsTest, who_was_on_the_register_before_a_withdrawal_of_that_day_is_written_up) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    withdraws(school.sam, place);
    auto const left = store::to_write_up(read(), school.school, school.nurture_assistant.staff, day + 1);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].children, 1);
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    EXPECT_FALSE(deliver_as(school.nurture_assistant, sessions_of(programme)[1].id)) << "none from then on";
}

// C6, 0022: what is learnt of an adult later takes nothing from a register.
TEST_F(SessionsTest, a_court_order_of_a_later_day_takes_no_session_from_the_child) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND pupil_id = $2",
            visit.school,
            school.sam.id
        );
    });
    EXPECT_EQ(store::to_write_up(read(), school.school, school.nurture_assistant.staff, day + 1).size(), 1U);
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place.id, pleased(place.id)));
    EXPECT_FALSE(deliver_as(school.nurture_assistant, sessions_of(programme)[1].id)) << "none from then on";
}

TEST_F(SessionsTest, an_absence_found_out_late_keeps_what_was_confided_and_adds_nothing) {
    auto const programme = running_with(school.sam);
    starts_also(programme, school.amira);
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    auto const listed = store::register_of(read(), school.school, session);
    auto const place = listed[0].place;
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    as(school.senco,
       [&](Visit& visit) { return refuse_the_day_before(visit, card(visit.db, session, place).the_case); });
    auto absent = *written(session, place);
    absent.attended = false;
    absent.why_absent = WhyAbsent::ill;
    auto more = absent;
    more.confidence += ", and more";
    EXPECT_EQ(
        evaluate_as(school.nurture_assistant, session, place, more).error(), Refusal::no_consent_in_force
    );
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place, absent));
    EXPECT_EQ(written(session, place)->confidence, absent.confidence);
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
    starts_also(programme, school.amira);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    refused_the_day_before(place.the_case);
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

TEST_F(SessionsTest, the_database_refuses_by_itself_what_the_rule_would_refuse) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    refused_the_day_before(place.the_case);
    auto const past_the_rule = [&](Visit& visit) {
        auto evaluation = pleased(place.id);
        evaluation.voice.said_for = VoiceFor::only_here;
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

// A parent's refusal of an earlier day is recorded in the second in which a session is written up. Whoever is
// first, no evaluation is saved after it. Both write to the log with what they save, so its order tells who
// was.
TEST_F(SessionsTest, a_refusal_told_of_late_and_an_evaluation_at_once_never_leave_an_evaluation_after_it) {
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
        bool told = false;
        bool evaluated = false;
        std::thread parent([&] {
            told = again_while_busy(school.senco, [&](Visit& visit) {
                return refuse_the_day_before(visit, place.the_case);
            });
        });
        std::thread assistant([&] {
            evaluated = again_while_busy(school.nurture_assistant, [&](Visit& visit) {
                auto const targets = programmes::store::targets(visit.db, visit.school, place.id);
                return evaluate(visit, card(visit.db, session, place.id), {}, evaluation, targets)
                    .has_value();
            });
        });
        parent.join();
        assistant.join();
        EXPECT_TRUE(told);
        EXPECT_EQ(written(session, place.id).has_value(), evaluated);
        bool was_refused = false;
        for (auto const& entry :
             records::store::of_case(read(), school.school, std::string(place.the_case.text()))) {
            was_refused = was_refused || entry.subject == "consent_answer";
            EXPECT_FALSE(was_refused && entry.subject == "evaluation");
        }
        EXPECT_TRUE(was_refused);
        auto const late = evaluate_as(school.nurture_assistant, session, place.id, evaluation);
        ASSERT_FALSE(late);
        EXPECT_EQ(late.error(), Refusal::no_consent_in_force);
    }
}

}  // namespace
}  // namespace sessions
