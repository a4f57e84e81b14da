// Sessions in other hands: of who takes over, and of who stands in.
#include "need_to_know/actions.hpp"
#include "need_to_know/need_to_know.hpp"
#include "programmes/change_store.hpp"
#include "sessions/sessions_test.hpp"
#include "staff/actions.hpp"

namespace sessions {
namespace {

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
             .starts_at_time = "09:30",
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
             .starts_at_time = "09:30",
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
            return access->access.sees_confided_to(visit.staff()) ? "all" : "progress";
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

TEST_F(SessionsTest, who_hands_over_before_any_session_supports_the_child_until_the_day) {
    auto later = input();
    later.starts_on = day + 7;
    auto const made = as(school.senco, [&](Visit& visit) { return programmes::make(visit, later); });
    ASSERT_TRUE(made);
    auto const place = found(place_of(*made, ready(school.sam)));
    ASSERT_TRUE(handed_over(*made, later.starts_on));
    auto const supports = [&](support::Person const& person) {
        return as(person, [&](Visit& visit) {
            auto const access = need_to_know::access_to_case(visit, place.the_case);
            auto const listed = need_to_know::Sight(visit).of_case(place.pupil, place.the_case);
            EXPECT_EQ(access.has_value(), listed.has_value()) << person.name;
            return access && access->access.relationship() == need_to_know::Relationship::deliverer;
        });
    };
    EXPECT_TRUE(supports(school.nurture_assistant));
    EXPECT_FALSE(supports(school.second_nurture_assistant)) << "only prepares";
    day = later.starts_on - 1;
    EXPECT_TRUE(supports(school.nurture_assistant));
    day = later.starts_on;
    EXPECT_FALSE(supports(school.nurture_assistant));
    EXPECT_TRUE(supports(school.second_nurture_assistant));
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
    EXPECT_EQ(early.starts_at_time, "09:30");
    EXPECT_EQ(early.stand_in, school.second_nurture_assistant.staff);
    ASSERT_TRUE(put_off(now(before[1].id), before[2].planned_on + 1));
    auto const late = laid_on(before[2].planned_on + 1);
    EXPECT_FALSE(late.deliverer) << "who takes over";
    EXPECT_EQ(late.starts_at_time, "14:00");
    EXPECT_FALSE(late.stand_in);
    day = before[0].planned_on + 1;
    EXPECT_TRUE(deliver_as(school.nurture_assistant, early.id));
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
    auto const seen = as(colleague, [&](Visit& visit) {
        auto const one = card(visit.db, session, place.id);
        return need_to_know::see_in_session(visit, one.the_case, {.stand_in = one.stand_in});
    });
    ASSERT_TRUE(seen);
    EXPECT_TRUE(seen->access.sees(need_to_know::Zone::progress));
    EXPECT_FALSE(seen->access.sees_confided_to(colleague.staff));
    ASSERT_TRUE(evaluate_as(colleague, session, place.id, pleased(place.id), false));
    EXPECT_EQ(written(session, place.id)->confidence, "");
}

class WhoGoes : public SessionsTest {
protected:
    std::size_t asked(support::Person const& person) {
        return store::to_write_up(read(), school.school, person.staff, day).size();
    }
    void stands_in(support::Person const& person, SessionId const& session) {
        ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
            return name_stand_in(visit, now(session), person.staff);
        }));
    }
    void leaves(support::Person const& person) {
        ASSERT_TRUE(as(school.administrator, [&](Visit& visit) {
            return staff::actions::leave(visit, person.staff, day);
        }));
    }
    void is_nurture_assistant_no_more(support::Person const& person) {
        as(school.administrator, [&](Visit& visit) {
            return visit.db.run(
                "UPDATE role_held SET ends_on = $1 WHERE school_id = $2 AND staff_id = $3",
                day - 1,
                visit.school,
                person.staff
            );
        });
    }
    std::vector<programmes::store::WithoutDeliverer> without_deliverer() {
        return programmes::store::without_deliverer(read(), school.school, day);
    }
};

TEST_F(WhoGoes, leaves_what_they_stood_in_for_to_who_delivers_the_programme) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme).id;
    auto const session = first(programme).id;
    auto const& stand_in = school.second_nurture_assistant;
    stands_in(stand_in, session);
    ASSERT_TRUE(deliver_as(stand_in, session));
    day = day + 1;
    EXPECT_EQ(asked(stand_in), 1U);
    EXPECT_EQ(asked(school.nurture_assistant), 0U);
    leaves(stand_in);
    EXPECT_EQ(asked(stand_in), 0U);
    EXPECT_EQ(asked(school.nurture_assistant), 1U);
    EXPECT_TRUE(evaluate_as(school.nurture_assistant, session, place, pleased(place)));
    EXPECT_EQ(asked(school.nurture_assistant), 0U);
}

TEST_F(WhoGoes, leaves_what_was_never_recorded_to_who_delivers_the_programme) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    stands_in(school.second_nurture_assistant, session);
    day = day + 1;
    EXPECT_EQ(asked(school.second_nurture_assistant), 1U);
    is_nurture_assistant_no_more(school.second_nurture_assistant);
    EXPECT_EQ(asked(school.second_nurture_assistant), 0U);
    EXPECT_EQ(asked(school.nurture_assistant), 1U);
    EXPECT_TRUE(deliver_on(session, day));
}

TEST_F(WhoGoes, is_told_to_the_senco_where_nobody_is_left_to_write_it_up) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme).id;
    ASSERT_TRUE(deliver_as(school.nurture_assistant, session));
    day = day + 1;
    ASSERT_TRUE(handed_over(programme, day));
    EXPECT_EQ(asked(school.nurture_assistant), 1U) << "who held it";
    EXPECT_TRUE(without_deliverer().empty());
    leaves(school.nurture_assistant);
    auto const left = without_deliverer();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_TRUE(left.front().to_write_up);
    EXPECT_TRUE(left.front().has_left);
    EXPECT_EQ(left.front().programme, programme);
    EXPECT_EQ(left.front().deliverer_name, school.nurture_assistant.name);
    close(only_place_in(programme).the_case);
    EXPECT_TRUE(without_deliverer().empty()) << "a closed case stays as it is";
}

TEST_F(SessionsTest, nobody_untrained_is_named_as_stand_in) {
    auto const session = first(running_with(school.sam)).id;
    auto const named = as(school.senco, [&](Visit& visit) {
        return name_stand_in(visit, now(session), school.untrained.staff);
    });
    ASSERT_FALSE(named);
    EXPECT_EQ(named.error(), Refusal::not_trained);
}

}  // namespace
}  // namespace sessions
