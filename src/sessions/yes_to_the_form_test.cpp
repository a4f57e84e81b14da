// A session is held on a yes to the form of its programme: by the rules, and past every rule by the database.
#include "sessions/actions.hpp"
#include "sessions/gates_test.hpp"

namespace sessions {
namespace {

class SessionOnAYes : public SessionGates {
protected:
    auto delivered(ProgrammeId const& programme) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, first(programme), {.held_on = day, .absent = {}});
        });
    }
    std::string present(ProgrammeId const& programme, programmes::Place const& place, bool attended = true) {
        return refused([&](Visit& visit) {
            Evaluation evaluation;
            evaluation.id = visit.new_id<EvaluationId>();
            evaluation.session = first(programme).id;
            evaluation.place = place.id;
            evaluation.attended = attended;
            if (!attended) evaluation.why_absent = WhyAbsent::ill;
            evaluation.written_by = visit.staff();
            evaluation.written_at = visit.now;
            store::add(visit.db, visit.school, evaluation, place.pupil.id);
        });
    }
};

TEST_F(SessionOnAYes, is_not_held_on_a_yes_to_the_other_form) {
    auto const programme = running_with(school.sam);
    auto const the_case = only_place_in(programme).the_case;
    agrees_to_this_alone(school.sam, the_case, programmes::Form::one_to_one);
    EXPECT_EQ(delivered(programme).error(), Refusal::consent_to_another_form);
    EXPECT_EQ(delivering(first(programme), day), "consent_to_another_form");
    EXPECT_EQ(arriving(programme, day, day), "consent_to_another_form");
    agrees_to(school.sam, the_case, programmes::Form::group);
    EXPECT_EQ(arriving(programme, day, day), "");
    EXPECT_TRUE(delivered(programme));
}

TEST_F(SessionOnAYes, is_held_for_the_one_child_of_two_whose_yes_is_to_the_form) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const amiras = ready(school.amira);
    auto const place = place_of(programme, amiras);
    give_target(place);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    agrees_to_this_alone(school.sam, sams.the_case, programmes::Form::one_to_one);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(present(programme, sams), "consent_to_another_form");
    EXPECT_EQ(present(programme, found(place)), "");
    EXPECT_EQ(present(programme, sams, false), "not_on_the_register") << "nor is an absence told";
    agrees_to(school.sam, sams.the_case, programmes::Form::group);
    EXPECT_EQ(present(programme, sams), "not_on_the_register") << "which was taken without him";
}

// One may say yes to the other form while nobody else's agreement stands: what counts is each child's own.
TEST_F(SessionOnAYes, is_not_held_where_one_yes_is_to_the_other_form_and_the_other_is_withdrawn) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme).the_case;
    auto const amiras = ready(school.amira);
    place_of(programme, amiras);
    agrees_to_this_alone(school.sam, sams, programmes::Form::one_to_one);
    answer(school.amira, amiras, "withdrawn");
    EXPECT_EQ(delivering(first(programme), day), "consent_to_another_form");
    EXPECT_EQ(arriving(programme, day, day), "consent_to_another_form");
}

}  // namespace
}  // namespace sessions
