// No session without consent, by rule and by the database.
#include <thread>

#include "records/store.hpp"
#include "sessions/sessions_test.hpp"

namespace sessions {
namespace {

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
    starts_also(programme, school.amira);
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
