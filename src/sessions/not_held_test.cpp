// A session that nobody came to was not held: by the rules, and past every rule by the database.
#include "sessions/actions.hpp"
#include "sessions/gates_test.hpp"

namespace sessions {
namespace {

class NobodyCame : public SessionGates {
protected:
    auto delivered(Session const& session, std::map<PlaceId, WhyAbsent> const& absent) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, session, {.held_on = day, .absent = absent});
        });
    }
    std::string absent(Session const& session, programmes::Place const& place) {
        return refused([&](Visit& visit) {
            store::add(visit.db, visit.school, absence(visit, session, place), place.pupil.id);
        });
    }
    auto absent_on_the_card(Session const& session, programmes::Place const& place) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto const card = *store::card(visit.db, visit.school, session.id, place.id, day);
            auto evaluation = absence(visit, session, place);
            evaluation.version = 0;
            return evaluate(visit, card, true, evaluation, {});
        });
    }

private:
    static Evaluation absence(Visit& visit, Session const& session, programmes::Place const& place) {
        Evaluation evaluation;
        evaluation.id = visit.new_id<EvaluationId>();
        evaluation.session = session.id;
        evaluation.place = place.id;
        evaluation.attended = false;
        evaluation.why_absent = WhyAbsent::ill;
        evaluation.writing = Writing::written;
        evaluation.written_by = visit.staff();
        evaluation.written_at = visit.now;
        return evaluation;
    }
};

TEST_F(NobodyCame, so_the_register_of_an_absent_child_alone_is_no_delivery) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    EXPECT_EQ(delivered(first(programme), {{sams.id, WhyAbsent::ill}}).error(), Refusal::nobody_came);
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::planned);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    EXPECT_EQ(absent_on_the_card(first(programme), sams).error(), Refusal::nobody_else_came);
    EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return undo_delivery(visit, first(programme), "Nobody came");
    })) << "which is the way to record that it was not held";
}

TEST_F(NobodyCame, of_a_group_either_so_that_its_last_child_is_not_absent) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const amiras = found(place_of(programme, ready(school.amira)));
    std::map<PlaceId, WhyAbsent> const both{{sams.id, WhyAbsent::ill}, {amiras.id, WhyAbsent::away}};
    EXPECT_EQ(delivered(first(programme), both).error(), Refusal::nobody_came);
    ASSERT_TRUE(delivered(first(programme), {{amiras.id, WhyAbsent::away}}));
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    EXPECT_EQ(absent_on_the_card(first(programme), sams).error(), Refusal::nobody_else_came);
}

TEST_F(NobodyCame, where_the_other_child_is_without_a_yes_to_the_form) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const amiras = ready(school.amira);
    place_of(programme, amiras);
    agrees_to(school.amira, amiras, programmes::Form::one_to_one);
    EXPECT_EQ(delivered(first(programme), {{sams.id, WhyAbsent::ill}}).error(), Refusal::nobody_came);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    agrees_to(school.amira, amiras, programmes::Form::group);
    EXPECT_EQ(absent(first(programme), sams), "");
}

}  // namespace
}  // namespace sessions
