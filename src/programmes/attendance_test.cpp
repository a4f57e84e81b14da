// How many sessions a child came to, and how many are still to be written up.
#include "programmes/nurture_test.hpp"
#include "programmes/view_actions.hpp"

namespace programmes {
namespace {

class AttendanceTest : public NurtureTest {
protected:
    Fidelity fidelity(ProgrammeId const& programme) {
        auto visit = visit_on_day(read(), school.senco);
        auto const found = *store::find(visit.db, visit.school, programme);
        return children_of(visit, found, sessions_of(programme)).front().fidelity;
    }
    void writes_up(SessionId const& session, Place const& place) {
        as(school.nurture_assistant, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, written_by, written_at)
                   VALUES ($1, $2, $3, $4, $5, 1, $6, $7))",
                visit.school,
                visit.new_id<SessionId>(),
                session,
                place.id,
                place.pupil.id,
                visit.staff(),
                visit.now
            );
        });
    }
};

TEST_F(AttendanceTest, a_session_that_is_not_written_up_counts_apart) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    EXPECT_EQ(fidelity(programme).not_written_up, 0);
    hold(sessions[0]);
    hold(sessions[1]);
    EXPECT_EQ(fidelity(programme).not_written_up, 2);
    writes_up(sessions[0].id, only_place_in(programme));
    auto const now = fidelity(programme);
    EXPECT_EQ(now.delivered, 2);
    EXPECT_EQ(now.attended, 2) << "by the register until it is written up";
    EXPECT_EQ(now.not_written_up, 1);
}

TEST_F(
    AttendanceTest, a_session_of_the_day_on_which_consent_was_withdrawn_counts_for_who_was_on_its_register
) {
    for (bool const held_before : {false, true}) {
        auto const programme = make_small_programme();
        auto const sams = place_of(programme, ready(join("Leaver" + std::to_string(held_before))));
        auto const others = place_of(programme, ready(join("Stayer" + std::to_string(held_before))));
        for (auto const& place : {sams, others}) give_target(place);
        as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme).has_value(); });
        if (held_before) hold(sessions_of(programme)[0]);
        as(school.senco, [&](Visit& visit) {
            store::end_place(visit.db, visit.school, sams, day, cases::EndReason::consent_withdrawn);
            return true;
        });
        if (!held_before) hold(sessions_of(programme)[0]);
        auto visit = visit_on_day(read(), school.senco);
        auto const found = *store::find(visit.db, visit.school, programme);
        for (auto const& child : children_of(visit, found, sessions_of(programme))) {
            int const theirs = child.place.id != sams || held_before ? 1 : 0;
            EXPECT_EQ(child.fidelity.delivered, theirs);
            EXPECT_EQ(child.fidelity.attended, theirs);
            EXPECT_EQ(child.fidelity.not_written_up, theirs);
            EXPECT_EQ(child.fidelity.planned, child.place.id == sams ? theirs : 6);
        }
    }
}

TEST_F(AttendanceTest, a_session_that_was_over_when_the_child_got_the_place_that_day_is_none_of_theirs) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme).id;
    auto const sessions = sessions_of(programme);
    hold(sessions[0]);
    give_target(place_of(programme, ready(school.amira)));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    auto const are = [&](int planned, int delivered, int of_sam) {
        auto visit = visit_on_day(read(), school.senco);
        auto const found = *store::find(visit.db, visit.school, programme);
        for (auto const& child : children_of(visit, found, sessions_of(programme))) {
            bool const is_sam = child.place.id == sams;
            EXPECT_EQ(child.fidelity.planned, is_sam ? 6 : planned);
            EXPECT_EQ(child.fidelity.delivered, is_sam ? of_sam : delivered);
            EXPECT_EQ(child.fidelity.attended, is_sam ? of_sam : delivered);
        }
    };
    are(5, 0, 1);
    hold(sessions[1]);
    are(5, 1, 2);
}

TEST_F(AttendanceTest, a_child_who_had_not_started_has_nothing_to_be_written_up) {
    auto const programme = make_small_programme();
    auto const sams = place_of(programme, ready(school.sam));
    give_target(sams);
    as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme).has_value(); });
    place_of(programme, ready(school.amira));
    hold(sessions_of(programme)[0]);
    auto visit = visit_on_day(read(), school.senco);
    auto const found = *store::find(visit.db, visit.school, programme);
    for (auto const& child : children_of(visit, found, sessions_of(programme)))
        EXPECT_EQ(child.fidelity.not_written_up, child.place.id == sams ? 1 : 0);
}

}  // namespace
}  // namespace programmes
