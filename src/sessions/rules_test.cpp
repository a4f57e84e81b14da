#include "sessions/rules.hpp"

#include <gtest/gtest.h>

namespace sessions {
namespace {

using programmes::Outcome;

constexpr Date tuesday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};

// Every combination of what bears on a delivery: planned and held on five days each around start and today.
TEST(Delivering, a_session_is_delivered_by_a_trained_person_of_its_own_from_the_day_planned_to_today) {
    for (auto const outcome : all_of<Outcome>())
        for (unsigned what = 0; what < 512; ++what)
            for (int planned = -2; planned <= 2; ++planned)
                for (int held = -2; held <= 2; ++held) {
                    bool const started = (what & 1U) != 0;
                    bool const own = (what & 2U) != 0;
                    bool const trained = (what & 4U) != 0;
                    bool const for_somebody = (what & 8U) != 0;
                    bool const school_day = (what & 16U) != 0;
                    bool const agreed = (what & 32U) != 0;
                    bool const came = (what & 64U) != 0;
                    bool const completed = (what & 128U) != 0;
                    bool const begun = (what & 256U) != 0;
                    auto const objection = objection_to_delivering(
                        {.outcome = outcome,
                         .started_on = started ? std::optional(tuesday - 1) : std::nullopt,
                         .planned_on = tuesday + planned,
                         .held_on = tuesday + held,
                         .today = tuesday,
                         .begun = begun,
                         .school_day = school_day,
                         .by_deliverer_or_stand_in = own,
                         .trained = trained,
                         .for_somebody = for_somebody,
                         .agreed_to_form = agreed,
                         .somebody_came = came,
                         .programme_completed = completed}
                    );
                    bool const on_a_day_it_may = school_day && (held == -1 || held == 0) && planned <= held;
                    bool const allowed = outcome == Outcome::planned && started && own && trained &&
                                         for_somebody && agreed && came && !completed && begun &&
                                         on_a_day_it_may;
                    ASSERT_EQ(!objection, allowed) << what << " planned " << planned << " held " << held;
                }
}

TEST(Delivering, is_held_back_until_the_session_begins_on_its_own_day_and_on_no_other) {
    Session session;
    session.planned_on = tuesday;
    session.starts_at_time = "14:00";
    auto const at = [](std::string_view time) { return *calendar::instant_at(tuesday, time); };
    EXPECT_FALSE(has_begun(session, tuesday, at("08:05")));
    EXPECT_FALSE(has_begun(session, tuesday, at("13:59")));
    EXPECT_TRUE(has_begun(session, tuesday, at("14:00")));
    EXPECT_TRUE(has_begun(session, tuesday, at("15:30")));
    EXPECT_TRUE(has_begun(session, tuesday + 7, *calendar::instant_at(tuesday + 7, "08:05")))
        << "a session that was held later may have been held in the morning";
    EXPECT_EQ(from_when(session), "Tuesday 12 May 2026 at 14:00");
}

TEST(Delivering, says_what_is_wrong_with_the_day) {
    Delivery delivery{
        .started_on = tuesday - 14,
        .planned_on = tuesday - 7,
        .held_on = tuesday - 7,
        .today = tuesday,
        .begun = true,
        .school_day = true,
        .by_deliverer_or_stand_in = true,
        .trained = true,
        .for_somebody = true,
        .agreed_to_form = true,
        .somebody_came = true};
    EXPECT_EQ(objection_to_delivering(delivery), std::nullopt);
    delivery.held_on = tuesday - 6;
    EXPECT_EQ(objection_to_delivering(delivery), std::nullopt) << "a day late";
    delivery.school_day = false;
    EXPECT_EQ(objection_to_delivering(delivery), Refusal::no_school_that_day);
    delivery.held_on = tuesday - 8;
    EXPECT_EQ(objection_to_delivering(delivery), Refusal::before_it_was_planned);
    delivery.held_on = tuesday - 15;
    EXPECT_EQ(objection_to_delivering(delivery), Refusal::before_the_start);
    delivery.held_on = tuesday + 1;
    EXPECT_EQ(objection_to_delivering(delivery), Refusal::in_the_future);
}

TEST(Delivering, names_nobody_who_could_not_come) {
    Delivery const delivery{
        .started_on = tuesday,
        .planned_on = tuesday,
        .held_on = tuesday,
        .today = tuesday,
        .begun = true,
        .school_day = true,
        .by_deliverer_or_stand_in = true,
        .trained = true,
        .for_somebody = true,
        .agreed_to_form = true,
        .misplaces_a_child = true,
        .somebody_came = true};
    EXPECT_EQ(objection_to_delivering(delivery), Refusal::misplaces_a_child);
}

TEST(UndoingADelivery, needs_a_held_session_of_ones_own_on_which_nothing_rests) {
    for (auto const outcome : all_of<Outcome>())
        for (unsigned what = 0; what < 16; ++what) {
            bool const own = (what & 1U) != 0;
            bool const written_up = (what & 2U) != 0;
            bool const completed = (what & 4U) != 0;
            bool const settled = (what & 8U) != 0;
            auto const objection = objection_to_undoing_delivery(
                {.outcome = outcome,
                 .by_recorder_or_senco = own,
                 .a_child_is_written_up = written_up,
                 .programme_completed = completed,
                 .a_child_is_settled = settled}
            );
            bool const allowed =
                outcome == Outcome::delivered && own && !written_up && !completed && !settled;
            ASSERT_EQ(!objection, allowed) << what;
        }
}

TEST(UndoingADelivery, rests_on_words_about_an_absent_child_too) {
    Evaluation absence;
    absence.attended = false;
    absence.writing = Writing::written;
    EXPECT_FALSE(keeps_its_session(absence));
    for (auto field : {&Evaluation::noticed, &Evaluation::next_time, &Evaluation::confidence}) {
        auto with_words = absence;
        with_words.*field = "Bring the den blanket";
        EXPECT_TRUE(keeps_its_session(with_words));
    }
    absence.version = 2;
    EXPECT_TRUE(keeps_its_session(absence)) << "written up as present before";
    absence.version = 1;
    absence.attended = true;
    EXPECT_TRUE(keeps_its_session(absence));
}

TEST(UndoingADelivery, rests_on_no_face_alone) {
    Evaluation face;
    face.writing = Writing::begun;
    face.voice.feeling = Feeling::great;
    face.version = 2;
    EXPECT_TRUE(is_face_alone(face));
    EXPECT_FALSE(keeps_its_session(face));
    for (auto field : {&Evaluation::noticed, &Evaluation::next_time, &Evaluation::confidence}) {
        auto with_words = face;
        with_words.*field = "Bring the den blanket";
        EXPECT_TRUE(keeps_its_session(with_words));
    }
    auto with_a_sentence = face;
    with_a_sentence.voice.own_words = "It was loud";
    EXPECT_FALSE(is_face_alone(with_a_sentence));
    EXPECT_TRUE(keeps_its_session(with_a_sentence));
    face.writing = Writing::written;
    EXPECT_TRUE(keeps_its_session(face));
}

// What is laid in the past could be recorded for a day before a withdrawal.
TEST(UndoingNotHeld, needs_a_session_of_ones_own_in_whose_place_nothing_was_done) {
    for (auto const outcome : all_of<Outcome>())
        for (unsigned what = 0; what < 32; ++what) {
            bool const own = (what & 1U) != 0;
            bool const completed = (what & 2U) != 0;
            bool const school_day = (what & 4U) != 0;
            bool const again = (what & 8U) != 0;
            bool const done = (what & 16U) != 0;
            auto const objection = objection_to_undoing_not_held(
                {.outcome = outcome,
                 .by_holder_or_senco = own,
                 .programme_completed = completed,
                 .school_day = school_day,
                 .put_off_again = again,
                 .done_in_its_place = done}
            );
            bool const allowed =
                outcome == Outcome::not_held && own && !completed && school_day && !again && !done;
            ASSERT_EQ(!objection, allowed) << what;
        }
}

TEST(NotHolding, a_session_is_held_instead_on_another_school_day_than_its_own_from_today_on) {
    auto const objection = [](int planned, int on, bool school_day) {
        return objection_to_holding_instead(
            {.planned_on = tuesday + planned, .on = tuesday + on, .today = tuesday, .school_day = school_day}
        );
    };
    for (int planned = -2; planned <= 2; ++planned)
        for (int on = -2; on <= 2; ++on)
            for (bool const school_day : {false, true})
                ASSERT_EQ(!objection(planned, on, school_day), school_day && on >= 0 && on != planned)
                    << planned << ' ' << on;
    EXPECT_EQ(objection(0, -1, false), Refusal::instead_in_the_past);
    EXPECT_EQ(objection(-1, -1, true), Refusal::instead_in_the_past);
    EXPECT_EQ(objection(0, 0, false), Refusal::instead_on_its_own_day);
    EXPECT_EQ(objection(0, 1, false), Refusal::school_closed_that_day);
}

TEST(Evaluating, words_about_an_absent_child_need_consent_too) {
    Evaluating evaluating{
        .outcome = Outcome::delivered,
        .held_on = tuesday,
        .on_register = true,
        .started_on = tuesday,
        .by_deliverer_or_stand_in = true,
        .another_could_come = true};
    EXPECT_FALSE(objection_to_evaluating(evaluating));
    evaluating.says_something = true;
    EXPECT_EQ(objection_to_evaluating(evaluating), Refusal::no_consent_in_force);
    evaluating.consent_in_force = true;
    EXPECT_EQ(objection_to_evaluating(evaluating), Refusal::consent_to_another_form);
    evaluating.agreed_to_form = true;
    EXPECT_FALSE(objection_to_evaluating(evaluating));
}

TEST(Evaluating, the_last_child_who_could_come_is_not_absent_from_a_session_that_was_held) {
    for (bool const attended : {false, true})
        for (bool const written_up : {false, true})
            for (bool const another : {false, true}) {
                auto const objection = objection_to_evaluating(
                    {.outcome = Outcome::delivered,
                     .held_on = tuesday,
                     .on_register = true,
                     .started_on = tuesday,
                     .by_deliverer_or_stand_in = true,
                     .written_up = written_up,
                     .attended = attended,
                     .consent_in_force = true,
                     .agreed_to_form = true,
                     .another_could_come = another}
                );
                bool const leaves_nobody = !attended && !written_up && !another;
                ASSERT_EQ(objection, leaves_nobody ? std::optional(Refusal::nobody_else_came) : std::nullopt);
            }
}

// Every combination of what bears on an evaluation, with the child's start around the day of the session.
TEST(Evaluating, no_child_is_evaluated_as_present_without_consent_off_the_register_or_before_their_start) {
    for (auto const outcome : all_of<Outcome>())
        for (bool const own : {false, true})
            for (bool const attended : {false, true})
                for (bool const consent : {false, true})
                    for (bool const listed : {false, true})
                        for (int started = -1; started <= 2; ++started) {
                            bool const delivered = outcome == Outcome::delivered;
                            auto const objection = objection_to_evaluating(
                                {.outcome = outcome,
                                 .held_on = delivered ? std::optional(tuesday) : std::nullopt,
                                 .on_register = listed,
                                 .started_on = started == 2 ? std::nullopt : std::optional(tuesday + started),
                                 .by_deliverer_or_stand_in = own,
                                 .attended = attended,
                                 .consent_in_force = consent,
                                 .agreed_to_form = true,
                                 .another_could_come = true}
                            );
                            bool const was_there = consent && started <= 0;
                            bool const allowed = own && delivered && listed && (was_there || !attended);
                            ASSERT_EQ(!objection, allowed);
                        }
}

TEST(Evaluating, a_child_who_has_not_started_is_to_be_started_first) {
    Evaluating evaluating{
        .outcome = Outcome::delivered,
        .held_on = tuesday,
        .on_register = true,
        .by_deliverer_or_stand_in = true,
        .attended = true,
        .consent_in_force = true,
        .agreed_to_form = true};
    EXPECT_EQ(objection_to_evaluating(evaluating), Refusal::child_not_started);
    evaluating.started_on = tuesday;
    EXPECT_FALSE(objection_to_evaluating(evaluating));
}

TEST(Evaluating, what_stands_about_a_child_is_mended_though_the_place_is_anothers_now) {
    Evaluating evaluating{
        .outcome = Outcome::delivered,
        .held_on = tuesday,
        .started_on = tuesday,
        .by_deliverer_or_stand_in = true,
        .attended = true,
        .consent_in_force = true,
        .agreed_to_form = true};
    EXPECT_EQ(objection_to_evaluating(evaluating), Refusal::not_in_the_programme_that_day);
    evaluating.written_up = true;
    EXPECT_FALSE(objection_to_evaluating(evaluating));
}

TEST(Evaluating, what_is_written_stays_once_the_impact_was_measured_and_all_of_it_once_the_case_is_closed) {
    for (bool const written : {false, true})
        for (bool const measured : {false, true})
            for (bool const closed : {false, true}) {
                Evaluating const evaluating{
                    .outcome = Outcome::delivered,
                    .held_on = tuesday,
                    .on_register = true,
                    .started_on = tuesday,
                    .by_deliverer_or_stand_in = true,
                    .written_up = written,
                    .written = written,
                    .impact_measured = measured,
                    .case_closed = closed,
                    .attended = true,
                    .consent_in_force = true,
                    .agreed_to_form = true};
                auto const expected = closed                ? std::optional(Refusal::case_closed)
                                      : written && measured ? std::optional(Refusal::impact_measured)
                                                            : std::nullopt;
                ASSERT_EQ(objection_to_evaluating(evaluating), expected);
            }
}

TEST(Evaluating, a_child_who_came_has_a_word_on_every_target_and_one_who_did_not_has_a_reason) {
    programmes::Target target;
    target.id = TargetId::make({1});
    std::vector const targets{target};
    Evaluation evaluation;
    EXPECT_EQ(what_it_lacks(evaluation, targets), Refusal::target_not_rated);
    evaluation.ratings = {{target.id, 4}};
    EXPECT_FALSE(what_it_lacks(evaluation, targets));
    evaluation.ratings = {{target.id, std::nullopt}};
    EXPECT_FALSE(what_it_lacks(evaluation, targets)) << "it was not seen, which is said";
    evaluation.attended = false;
    EXPECT_EQ(what_it_lacks(evaluation, targets), Refusal::absence_without_reason);
    evaluation.why_absent = WhyAbsent::ill;
    EXPECT_FALSE(what_it_lacks(evaluation, targets));
}

TEST(PutOff, something_was_done_on_the_day_in_its_place_where_anything_of_it_differs) {
    Session put_off;
    put_off.plan = "Build a den";
    put_off.stand_in = StaffId::make({1});
    auto const done_where = [&](auto change) {
        auto instead = put_off;
        change(instead);
        return is_done_in_place_of(put_off, instead);
    };
    EXPECT_FALSE(done_where([](Session&) {}));
    EXPECT_FALSE(done_where([](Session& it) { it.stand_in.reset(); })) << "who stood in for that day alone";
    EXPECT_TRUE(done_where([](Session& it) { it.plan = "Another"; }));
    EXPECT_TRUE(done_where([](Session& it) { it.plan_reviewed_on = tuesday; }));
    EXPECT_TRUE(done_where([](Session& it) { it.stand_in = StaffId::make({2}); }));
    EXPECT_TRUE(done_where([](Session& it) { it.outcome = Outcome::delivered; }));
    EXPECT_TRUE(done_where([](Session& it) { it.outcome = Outcome::not_held; }));
}

TEST(PlanReviews, plans_are_due_for_a_look_three_weeks_after_the_last_one) {
    std::vector<Session> sessions(2);
    EXPECT_EQ(plan_review_due_on(tuesday, sessions), tuesday + 21);
    sessions[1].plan_reviewed_on = tuesday + 5;
    EXPECT_EQ(plan_review_due_on(tuesday, sessions), tuesday + 26);
}

TEST(PartInASession, is_had_by_whose_place_had_not_ended_before_and_by_who_was_there) {
    EXPECT_TRUE(has_part(false, std::nullopt, tuesday));
    EXPECT_TRUE(has_part(false, tuesday, tuesday)) << "its last day";
    EXPECT_FALSE(has_part(false, tuesday - 1, tuesday));
    EXPECT_TRUE(has_part(true, tuesday - 1, tuesday));
}

}  // namespace
}  // namespace sessions
