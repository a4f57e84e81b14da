#include "sessions/actions.hpp"

#include "need_to_know/actions.hpp"
#include "sessions/sessions_test.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace sessions {
namespace {

TEST_F(SessionsTest, a_session_is_delivered_and_each_child_evaluated) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    ASSERT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    auto const evaluation = written(session, place);
    ASSERT_TRUE(evaluation);
    EXPECT_EQ(evaluation->voice.feeling, Feeling::good);
    EXPECT_EQ(evaluation->ratings.front().rating, 6);
    EXPECT_EQ(evaluation->writing, Writing::written);
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

TEST_F(SessionsTest, who_delivered_sees_nothing_of_a_session_once_the_case_is_closed) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    auto const sees = [&](Visit& visit) {
        return need_to_know::see_in_session(visit, place.the_case, {.delivered_before = visit.staff()})
            .has_value();
    };
    EXPECT_TRUE(as(school.nurture_assistant, sees));
    close(place.the_case);
    EXPECT_FALSE(as(school.nurture_assistant, sees));
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

}  // namespace
}  // namespace sessions
