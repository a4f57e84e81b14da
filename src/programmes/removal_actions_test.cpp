#include "programmes/removal_actions.hpp"

#include "programmes/nurture_test.hpp"
#include "programmes/removal_store.hpp"
#include "programmes/view_actions.hpp"
#include "records/store.hpp"

namespace programmes {
namespace {

class Removing : public NurtureTest {
protected:
    Expected<void, Refusal> removed(ProgrammeId const& programme) {
        return as(school.senco, [&](Visit& visit) { return remove(visit, programme, "Made twice"); });
    }
    std::size_t listed() {
        return as(school.senco, [](Visit& visit) { return programmes_of(visit).size(); });
    }
    std::string gate_of_removal(ProgrammeId const& programme) {
        return refused(
            R"(INSERT INTO removed_programme (programme_id, reason, removed_by, removed_at, school_id)
               VALUES ($1, 'Made twice', $2, $3, $4))",
            programme,
            school.senco.staff,
            school.now
        );
    }
};

TEST_F(Removing, takes_an_unused_programme_out_of_every_list_and_keeps_why) {
    auto const programme = make_programme();
    EXPECT_EQ(listed(), 1U);
    ASSERT_TRUE(removed(programme));
    EXPECT_EQ(listed(), 0U);
    auto const kept = store::removal_of(read(), school.school, programme);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->reason, "Made twice");
    EXPECT_EQ(kept->by, school.senco.name);
    EXPECT_EQ(store::find(read(), school.school, programme)->completed_on, day);
    for (auto const& session : sessions_of(programme)) EXPECT_EQ(session.outcome, Outcome::not_held);
    EXPECT_EQ(
        read().the<int>(
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject_id = $2 AND why = 'Made twice'",
            school.school,
            programme
        ),
        1
    );
    EXPECT_EQ(removed(programme).error(), Refusal::completed);
}

TEST_F(Removing, is_refused_once_a_child_had_a_place_or_a_session_was_held) {
    auto const with_a_child = make_programme();
    auto const place = place_of(with_a_child, ready(school.sam));
    EXPECT_EQ(removed(with_a_child).error(), Refusal::somebody_had_a_place);
    as(school.senco, [&](Visit& visit) {
        end_place(visit, place, cases::EndReason::own_wish, "Would rather be with the class");
        return true;
    });
    EXPECT_EQ(found(place).end_reason, cases::EndReason::own_wish);
    EXPECT_EQ(removed(with_a_child).error(), Refusal::somebody_had_a_place);
    EXPECT_EQ(listed(), 1U);
}

// Past every rule: the session stands, with its register and so with the child's place.
TEST_F(Removing, is_refused_by_the_database_where_a_session_was_held) {
    auto const programme = make_small_programme();
    auto const place = place_of(programme, ready(school.sam));
    give_target(place);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    hold(sessions_of(programme).front());
    as(school.senco,
       [&](Visit& visit) { return store::end_planned_sessions(visit.db, visit.school, programme).size(); });
    EXPECT_EQ(
        refused("DELETE FROM register_line WHERE place_id = $1 AND school_id = $2", place), "register_stands"
    );
    ASSERT_EQ(
        refused("UPDATE programme SET completed_on = $1 WHERE id = $2 AND school_id = $3", day, programme), ""
    );
    EXPECT_EQ(gate_of_removal(programme), "programme_was_used");
}

// Past every rule.
TEST_F(Removing, is_held_to_it_by_the_database) {
    auto const running = running_with(school.sam);
    EXPECT_EQ(gate_of_removal(running), "programme_was_used");
    auto const unused = make_programme();
    EXPECT_EQ(gate_of_removal(unused), "programme_was_used") << "while places can still be given";
    ASSERT_TRUE(removed(unused));
    EXPECT_EQ(
        refused("UPDATE removed_programme SET reason = 'Other' WHERE school_id = $1"), "removal_stands"
    );
    EXPECT_EQ(refused("DELETE FROM removed_programme WHERE school_id = $1"), "removal_stands");
    EXPECT_EQ(
        refused("UPDATE programme SET completed_on = NULL WHERE id = $1 AND school_id = $2", unused),
        "removal_stands"
    );
    EXPECT_NE(
        refused(
            R"(UPDATE session SET outcome = 'delivered', why_not = NULL, held_on = planned_on, delivered_by = $1
                WHERE programme_id = $2 AND school_id = $3)",
            school.nurture_assistant.staff,
            unused
        ),
        ""
    ) << "no session is held without a child who may take part";
    auto const the_case = ready(school.amira);
    EXPECT_EQ(
        as(school.senco, [&](Visit& visit) { return allocate(visit, unused, the_case); }).error(),
        Refusal::completed
    );
}

}  // namespace
}  // namespace programmes
