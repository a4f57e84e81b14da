// Deliveries that are undone, and those that stand.
#include "sessions/sessions_test.hpp"
#include "support/logged.hpp"

namespace sessions {
namespace {

TEST_F(SessionsTest, a_delivery_recorded_by_mistake_is_undone_with_its_absences_and_recorded_again) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    starts_also(programme, school.amira);
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
    EXPECT_EQ(support::logged(read(), school.school, "Pressed on the wrong day"), 3)
        << "two sessions and an absence";
    auto const reasons = read().all<std::string>(
        "SELECT why FROM record WHERE school_id = $1 AND subject = 'session' AND action = 'undone'",
        school.school
    );
    EXPECT_EQ(reasons, (std::vector<std::string>(2, "Pressed on the wrong day")));
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

// Recorded by mistake, it was tapped on by the wrong child, or to try.
TEST_F(SessionsTest, a_delivery_is_undone_with_the_face_that_a_child_chose) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    auto const place = only_place_in(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    for (auto const face : {Feeling::great, Feeling::good})
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return check_in(
                visit, card(visit.db, session, place), {.feeling = face, .said_for = VoiceFor::helpers}
            );
        }));
    ASSERT_EQ(written(session, place)->version, 2) << "another face than at first";
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    }));
    EXPECT_EQ(now(session).outcome, programmes::Outcome::planned);
    EXPECT_FALSE(written(session, place));
    auto const kept = read().all<std::string>(
        "SELECT detail FROM record WHERE school_id = $1 AND subject = 'evaluation' AND action = 'undone'",
        school.school
    );
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_NE(kept.front().find("good"), std::string::npos) << "the log keeps which those who help saw";
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
    starts_also(programme, school.amira);
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session, {{place.id, WhyAbsent::ill}}));
    auto const undo = [&] {
        return as(school.senco, [&](Visit& visit) {
            return undo_delivery(visit, now(session), "Pressed on the wrong day");
        });
    };
    is_measured(place);
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
    starts_also(programme, school.amira);
    is_measured(left_before);
    day = day + 1;
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    EXPECT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_delivery(visit, now(session), "Pressed on the wrong day");
    }));
}

}  // namespace
}  // namespace sessions
