#include "sessions/rules.hpp"

#include <gtest/gtest.h>

namespace sessions {
namespace {

using programmes::Outcome;

constexpr Date tuesday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};

// Every combination of what bears on a delivery, on five days around start and today.
TEST(Delivering, a_session_is_delivered_by_a_trained_person_of_its_own_from_the_start_to_today) {
    for (auto const outcome : all_of<Outcome>())
        for (bool const started : {false, true})
            for (bool const own : {false, true})
                for (bool const trained : {false, true})
                    for (int both = 0; both < 10; ++both) {
                        bool const for_somebody = both >= 5;
                        int const day = both % 5 - 2;
                        auto const objection = objection_to_delivering(
                            {.outcome = outcome,
                             .started_on = started ? std::optional(tuesday - 1) : std::nullopt,
                             .held_on = tuesday + day,
                             .today = tuesday,
                             .by_deliverer_or_stand_in = own,
                             .trained = trained,
                             .for_somebody = for_somebody}
                        );
                        bool const allowed = outcome == Outcome::planned && started && own && trained &&
                                             for_somebody && (day == -1 || day == 0);
                        ASSERT_EQ(!objection, allowed);
                    }
}

TEST(Evaluating, words_about_an_absent_child_need_consent_too) {
    Evaluating evaluating{
        .outcome = Outcome::delivered,
        .held_on = tuesday,
        .allocated_on = tuesday,
        .ended_on = tuesday,
        .by_deliverer_or_stand_in = true};
    EXPECT_FALSE(objection_to_evaluating(evaluating));
    evaluating.says_something = true;
    EXPECT_EQ(objection_to_evaluating(evaluating), Refusal::no_consent_in_force);
    evaluating.consent_in_force = true;
    EXPECT_FALSE(objection_to_evaluating(evaluating));
}

// Every combination of what bears on an evaluation, with the place's days around the day of the session.
TEST(Evaluating, no_child_is_evaluated_as_present_without_consent_or_outside_their_days) {
    for (auto const outcome : all_of<Outcome>())
        for (bool const own : {false, true})
            for (bool const attended : {false, true})
                for (bool const consent : {false, true})
                    for (int allocated = -1; allocated <= 1; ++allocated)
                        for (int ended = -1; ended <= 2; ++ended) {
                            bool const delivered = outcome == Outcome::delivered;
                            auto const objection = objection_to_evaluating(
                                {.outcome = outcome,
                                 .held_on = delivered ? std::optional(tuesday) : std::nullopt,
                                 .allocated_on = tuesday + allocated,
                                 .ended_on = ended == 2 ? std::nullopt : std::optional(tuesday + ended),
                                 .by_deliverer_or_stand_in = own,
                                 .attended = attended,
                                 .consent_in_force = consent}
                            );
                            bool const had_place = allocated <= 0 && ended >= 0;
                            bool const allowed = own && delivered && had_place && (consent || !attended);
                            ASSERT_EQ(!objection, allowed);
                        }
}

TEST(Evaluating, a_child_who_came_is_rated_on_every_target_and_one_who_did_not_has_a_reason) {
    programmes::Target target;
    target.id = TargetId::make({1});
    std::vector const targets{target};
    Evaluation evaluation;
    EXPECT_EQ(what_it_lacks(evaluation, targets), Refusal::target_not_rated);
    evaluation.ratings = {{target.id, 4}};
    EXPECT_FALSE(what_it_lacks(evaluation, targets));
    evaluation.attended = false;
    EXPECT_EQ(what_it_lacks(evaluation, targets), Refusal::absence_without_reason);
    evaluation.why_absent = WhyAbsent::ill;
    EXPECT_FALSE(what_it_lacks(evaluation, targets));
}

TEST(PlanReviews, plans_are_due_for_a_look_three_weeks_after_the_last_one) {
    std::vector<Session> sessions(2);
    EXPECT_EQ(plan_review_due_on(tuesday, sessions), tuesday + 21);
    sessions[1].plan_reviewed_on = tuesday + 5;
    EXPECT_EQ(plan_review_due_on(tuesday, sessions), tuesday + 26);
}

}  // namespace
}  // namespace sessions
