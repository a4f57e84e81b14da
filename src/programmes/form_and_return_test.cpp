// Consent to the form of the programme for as long as a child is in it, and a completion that is undone: by
// the rules, and past every rule by the database.
#include "programmes/nurture_test.hpp"
#include "programmes/view_actions.hpp"

namespace programmes {
namespace {

class YesToTheForm : public NurtureTest {
protected:
    std::string started_past_the_rule(CaseId const& the_case) {
        return refused(
            R"(INSERT INTO step (id, case_id, step, taken_at, taken_on, taken_by, school_id)
               VALUES ($1, $2, 'start', 0, $3, $4, $5))",
            cases::StepId::make(school.now),
            the_case,
            day,
            school.nurture_assistant.staff
        );
    }
    auto started(ProgrammeId const& programme) {
        return as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); });
    }
};

TEST_F(YesToTheForm, is_what_a_start_needs) {
    auto const programme = make_small_programme();
    auto const the_case = ready(school.sam);
    agrees_to(school.sam, the_case, Form::group);
    give_target(place_of(programme, the_case));
    agrees_to_this_alone(school.sam, the_case, Form::one_to_one);
    EXPECT_EQ(started(programme).error(), Refusal::consent_to_another_form);
    EXPECT_EQ(started_past_the_rule(the_case), "consent_to_another_form");
    EXPECT_EQ(stage_of(the_case), cases::Stage::stopped);
    answer(school.sam, the_case, "withdrawn");
    EXPECT_EQ(started_past_the_rule(the_case), "no_consent_in_force") << "which is said first";
    agrees_to(school.sam, the_case, Form::group);
    EXPECT_TRUE(started(programme));
    EXPECT_EQ(stage_of(the_case), cases::Stage::running);
}

TEST_F(YesToTheForm, may_be_of_before_yeses_had_one) {
    auto const programme = make_programme(1);
    auto const the_case = ready(school.sam);
    give_target(place_of(programme, the_case));
    EXPECT_TRUE(started(programme));
}

using UndoneAllocation = NurtureTest;

TEST_F(UndoneAllocation, frees_the_place) {
    auto const the_case = ready(school.sam);
    auto const freed = place_of(make_small_programme(), the_case);
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_allocation(visit, the_case, "Another group fits better");
    }));
    EXPECT_EQ(
        store::place(read(), school.school, freed, day)->end_reason, cases::EndReason::allocation_undone
    );
    EXPECT_EQ(stage_of(the_case), cases::Stage::to_allocate);
}

TEST_F(UndoneAllocation, leaves_the_child_once_in_the_list_of_the_programme) {
    auto const the_case = ready(school.sam);
    auto const programme = make_small_programme();
    place_of(programme, the_case);
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_allocation(visit, the_case, "Pressed for the wrong group");
    }));
    auto const again = place_of(programme, the_case);
    auto visit = visit_on_day(read(), school.senco);
    auto const found = *store::find(visit.db, visit.school, programme);
    auto const children = children_of(visit, found, sessions_of(programme));
    ASSERT_EQ(children.size(), 1U);
    EXPECT_EQ(children.front().place.id, again);
}

// A programme for Sam that was completed, and whose completion was pressed too early.
class Returning : public YesToTheForm {
protected:
    ProgrammeId programme;
    PlaceId place;
    CaseId the_case;

    void SetUp() override {
        programme = running_with(school.sam);
        place = only_place_in(programme).id;
        the_case = only_place_in(programme).the_case;
        agrees_to(school.sam, the_case, Form::group);
        for (auto const& session : sessions_of(programme)) hold(session);
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    }
    // As the action would undo it, were there no rule: the step, the programme and then the place.
    std::string returned_past_the_rule(bool with_its_programme = true) {
        try {
            as(school.senco, [&](Visit& visit) {
                visit.db.run(
                    R"(UPDATE step SET undone_at = $1, undone_by = $2, undone_reason = 'too early'
                        WHERE school_id = $3 AND case_id = $4 AND step = 'completion' AND undone_at IS NULL)",
                    visit.now,
                    visit.staff(),
                    visit.school,
                    the_case
                );
                if (with_its_programme)
                    visit.db.run(
                        "UPDATE programme SET completed_on = NULL WHERE school_id = $1 AND id = $2",
                        visit.school,
                        programme
                    );
                return visit.db.run(
                    "UPDATE place SET ended_on = NULL, end_reason = NULL WHERE school_id = $1 AND id = $2",
                    visit.school,
                    place
                );
            });
            return {};
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    }
};

TEST_F(Returning, a_child_comes_back_on_a_yes_to_the_form) {
    EXPECT_TRUE(undo_completion(the_case));
    EXPECT_EQ(stage_of(the_case), cases::Stage::running);
}

TEST_F(Returning, no_child_comes_back_on_a_yes_to_the_other_form) {
    agrees_to_this_alone(school.sam, the_case, Form::one_to_one);
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::consent_to_another_form);
    EXPECT_EQ(returned_past_the_rule(), "consent_to_another_form");
    agrees_to(school.sam, the_case, Form::group);
    EXPECT_EQ(returned_past_the_rule(), "");
}

TEST_F(Returning, no_child_comes_back_on_a_yes_that_has_run_out_since) {
    agrees_to(school.sam, the_case, std::nullopt, day + 3);
    day = day + 4;
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::consent_not_in_force);
    EXPECT_EQ(returned_past_the_rule(), "no_consent_in_force");
    day = day - 1;
    EXPECT_EQ(returned_past_the_rule(), "") << "on its last day it counts";
}

TEST_F(Returning, no_child_comes_back_to_who_has_left_or_is_trained_no_more) {
    day = day + 5;
    auto const& who = school.nurture_assistant.staff;
    auto const leaves = [&](std::optional<Date> on) {
        return refused("UPDATE staff SET left_on = $1 WHERE id = $2 AND school_id = $3", on, who);
    };
    ASSERT_EQ(leaves(day - 1), "");
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::deliverer_has_left);
    EXPECT_EQ(returned_past_the_rule(), "deliverer_has_left");
    ASSERT_EQ(leaves(std::nullopt), "");
    ASSERT_EQ(
        refused(
            R"(INSERT INTO training_correction (school_id, id, training_id, staff_id, kind, name_before, held_before,
                                                expires_before, name, held_on, expires_on, reason, made_by, made_at)
               SELECT school_id, id, id, staff_id, kind, name, held_on, expires_on, name, held_on, $1, 'Ran out', staff_id, 0
                 FROM training WHERE staff_id = $2 AND school_id = $3)",
            day - 1,
            who
        ),
        ""
    );
    ASSERT_EQ(
        refused("UPDATE training SET expires_on = $1 WHERE staff_id = $2 AND school_id = $3", day - 1, who),
        ""
    );
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::deliverer_not_trained);
    EXPECT_EQ(returned_past_the_rule(), "training_not_in_force");
}

TEST_F(Returning, no_child_comes_back_to_what_is_over) {
    EXPECT_EQ(returned_past_the_rule(false), "programme_completed");
    ASSERT_EQ(
        refused(
            "UPDATE nurture_case SET closed_at = $1, closed_why = 'no need now' WHERE id = $2 AND school_id "
            "= $3",
            school.now,
            the_case
        ),
        ""
    );
    EXPECT_EQ(returned_past_the_rule(), "case_closed");
}

}  // namespace
}  // namespace programmes
