#include "programmes/change_actions.hpp"

#include "programmes/change_store.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/nurture_test.hpp"
#include "staff/actions.hpp"

namespace programmes {
namespace {

class ChangingHands : public NurtureTest {
protected:
    Programme of(ProgrammeId const& programme) { return *store::find(read(), school.school, programme); }
    NewDelivery as_it_is(ProgrammeId const& id, Date from_on) {
        auto const programme = of(id);
        return {
            .from_on = from_on,
            .deliverer = programme.deliverer,
            .room = programme.room,
            .weekday = static_cast<Weekday>(programme.weekday()),
            .starts_at_time = programme.starts_at_time,
            .reason = "Nell leaves at half term"};
    }
    NewDelivery handed_to(support::Person const& person, ProgrammeId const& id, Date from_on) {
        auto input = as_it_is(id, from_on);
        input.deliverer = person.staff;
        return input;
    }
    Expected<void, Refusal> change(ProgrammeId const& id, NewDelivery const& input) {
        return as(school.senco, [&](Visit& visit) { return change_delivery(visit, id, input); });
    }
    void leaves(support::Person const& person) {
        as(school.administrator,
           [&](Visit& visit) { return staff::actions::leave(visit, person.staff, day).has_value(); });
    }
    std::string gate_of(db::Sql const& sql, ProgrammeId const& id, support::Person const& to, Date from_on) {
        try {
            as(school.senco, [&](Visit& visit) {
                return visit.db.run(
                    sql,
                    visit.new_id<store::ChangeId>(),
                    from_on,
                    to.staff,
                    visit.staff(),
                    visit.now,
                    visit.school,
                    id
                );
            });
            return {};
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    }
};

TEST_F(ChangingHands, sessions_from_the_day_on_follow_and_those_before_stay_with_whom_they_were) {
    auto const programme = running_with(school.sam);
    auto const before = sessions_of(programme);
    hold(before[0]);
    auto input = handed_to(school.second_nurture_assistant, programme, before[2].planned_on);
    input.weekday = Weekday::thursday;
    input.starts_at_time = "14:00";
    ASSERT_TRUE(change(programme, input));

    EXPECT_EQ(of(programme).deliverer, school.second_nurture_assistant.staff);
    EXPECT_EQ(when_in_words(of(programme)), "Thursdays at 14:00");
    auto const after = sessions_of(programme);
    for (std::size_t at = 0; at < after.size(); ++at) {
        bool const follows = at >= 2;
        EXPECT_EQ(after[at].deliverer.has_value(), !follows) << at;
        EXPECT_EQ(after[at].planned_on - before[at].planned_on, follows ? 2 : 0) << at;
        EXPECT_EQ(after[at].starts_at_time, follows ? "14:00" : "09:30") << at;
    }
    auto const changes = store::changes_of(read(), school.school, programme);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes.front().deliverer, school.second_nurture_assistant.name);
    EXPECT_EQ(changes.front().when_before, "Tuesdays at 09:30");
    EXPECT_EQ(changes.front().reason, "Nell leaves at half term");

    auto const next =
        as(school.senco, [&](Visit& visit) { return day_after_the_last(visit, of(programme)); });
    EXPECT_EQ(calendar::weekday_of(next.value()), std::chrono::Thursday);
}

TEST_F(ChangingHands, who_takes_over_works_here_and_is_trained_in_rule_and_database) {
    auto const programme = running_with(school.sam);
    EXPECT_EQ(change(programme, as_it_is(programme, day)).error(), Refusal::nothing_changes);
    EXPECT_EQ(
        change(programme, handed_to(school.second_nurture_assistant, programme, day - 1)).error(),
        Refusal::changes_in_the_past
    );
    EXPECT_EQ(
        change(programme, handed_to(school.untrained, programme, day)).error(), Refusal::not_trained_then
    );
    EXPECT_EQ(
        change(programme, handed_to(school.teacher_of_4b, programme, day)).error(),
        Refusal::deliverer_has_left
    );
    constexpr db::Sql past_every_rule = R"(
        INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                      room_before, room_id, when_before, when_after, reason, made_by, made_at)
        SELECT g.school_id, $1, g.id, $2, g.deliverer_id, $3, g.room_id, g.room_id, '', '', 'x', $4, $5
          FROM programme g WHERE g.school_id = $6 AND g.id = $7)";
    EXPECT_EQ(gate_of(past_every_rule, programme, school.untrained, day), "training_not_in_force");
    leaves(school.second_nurture_assistant);
    EXPECT_EQ(
        gate_of(past_every_rule, programme, school.second_nurture_assistant, day), "deliverer_has_left"
    );
    EXPECT_EQ(
        change(programme, handed_to(school.second_nurture_assistant, programme, day)).error(),
        Refusal::deliverer_has_left
    );
}

TEST_F(ChangingHands, no_child_is_given_to_who_has_left_until_somebody_else_delivers_it) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    leaves(school.nurture_assistant);
    auto const missing = store::without_deliverer(read(), school.school, day);
    ASSERT_EQ(missing.size(), 1U);
    EXPECT_TRUE(missing.front().has_left);
    EXPECT_EQ(missing.front().deliverer_name, school.nurture_assistant.name);
    auto const given = [&] {
        return as(school.senco, [&](Visit& visit) { return allocate(visit, programme, the_case); });
    };
    EXPECT_EQ(given().error(), Refusal::deliverer_has_left);
    try {
        as(school.senco, [&](Visit& visit) {
            Place place;
            place.id = visit.new_id<PlaceId>();
            place.programme = programme;
            place.the_case = the_case;
            place.allocated_on = day;
            place.pupil.id = same<PupilId>(school.sam.id);
            store::add_place(visit.db, visit.school, place, visit.staff(), visit.now);
            return true;
        });
        ADD_FAILURE() << "the database gave a child to who has left";
    } catch (db::Refused const& refusal) {
        EXPECT_EQ(refusal.gate, "deliverer_has_left");
    }
    ASSERT_TRUE(change(programme, handed_to(school.second_nurture_assistant, programme, day)));
    EXPECT_TRUE(store::without_deliverer(read(), school.school, day).empty());
    EXPECT_TRUE(given());
}

TEST_F(ChangingHands, a_programme_that_is_to_start_begins_on_its_new_weekday) {
    auto const programme = make_programme();
    auto input = as_it_is(programme, day);
    input.weekday = Weekday::wednesday;
    ASSERT_TRUE(change(programme, input));
    EXPECT_EQ(of(programme).starts_on, day + 1);
    EXPECT_EQ(sessions_of(programme).front().planned_on, day + 1);
}

TEST_F(ChangingHands, what_is_taken_then_is_said_and_its_own_sessions_are_no_clash) {
    auto const programme = running_with(school.sam);
    auto other = input();
    other.name = "Brave steps";
    other.deliverer = school.second_nurture_assistant.staff;
    other.starts_at_time = "14:00";
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) { return make(visit, other); }));
    auto const said = [&](std::string const& time) {
        auto wanted = as_it_is(programme, day);
        wanted.starts_at_time = time;
        return as(school.senco, [&](Visit& visit) {
            return clashes_of(visit, of(programme), wanted).size();
        });
    };
    EXPECT_EQ(said("14:15"), 1U);
    EXPECT_EQ(said("09:45"), 0U);
}

}  // namespace
}  // namespace programmes
