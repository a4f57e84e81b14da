#include "programmes/nurture_test.hpp"
#include "programmes/view_store.hpp"
#include "schools/actions.hpp"

namespace programmes {
namespace {

class PlaceActionsTest : public NurtureTest {
protected:
    schools::PolicyVersionId a_policy_comes(std::string const& number, int group_most) {
        schools::PolicyVersion version;
        version.number = number;
        version.in_force_from_on = day;
        version.group_least = 2;
        version.group_most = group_most;
        auto const added = as(school.senco, [&](Visit& visit) {
            return schools::actions::add_policy_version(visit, version);
        });
        EXPECT_TRUE(added);
        return added.value_or(schools::PolicyVersionId{});
    }
    auto starts(ProgrammeId const& programme) {
        return as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); });
    }
    void completes(ProgrammeId const& programme) {
        for (auto const& session : sessions_of(programme)) hold(session);
        EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    }
};

TEST_F(PlaceActionsTest, the_policy_in_force_on_the_day_of_the_start_judges_the_programme) {
    auto const programme = make_small_programme();
    give_target(place_of(programme, ready(school.sam)));
    auto const version = a_policy_comes("2.0", 4);
    EXPECT_NE(store::find(read(), school.school, programme)->policy_version, version);
    ASSERT_TRUE(starts(programme));
    EXPECT_EQ(store::find(read(), school.school, programme)->policy_version, version);
}

// G1
TEST_F(PlaceActionsTest, a_group_starts_with_fewer_children_than_the_policy_says_only_for_a_reason) {
    auto const programme = make_programme(4);
    give_target(place_of(programme, ready(school.sam)));
    auto const started = starts(programme);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error(), Refusal::few_children_need_reason);
    EXPECT_FALSE(store::find(read(), school.school, programme)->started_on);
    may_start_with_few(programme);
    EXPECT_TRUE(starts(programme));
    EXPECT_EQ(
        store::find(read(), school.school, programme)->few_children_reason, "They know each other well"
    );
}

TEST_F(PlaceActionsTest, one_of_four_children_starts_a_group_only_for_a_reason) {
    auto const programme = make_programme(4);
    auto const sams = place_of(programme, ready(school.sam));
    for (auto const& child : {school.amira, school.tom, school.grace}) place_of(programme, ready(child));
    give_target(sams);
    EXPECT_EQ(starts(programme).error(), Refusal::few_children_need_reason);
    EXPECT_FALSE(store::find(read(), school.school, programme)->started_on);
    may_start_with_few(programme);
    ASSERT_TRUE(starts(programme));
    EXPECT_EQ(store::started_cases(read(), school.school, programme).size(), 1U)
        << "the others start for themselves";
}

TEST_F(PlaceActionsTest, a_reason_for_two_children_does_not_start_a_group_with_one) {
    auto const programme = make_programme(4);
    give_target(place_of(programme, ready(school.sam)));
    auto const amiras = place_of(programme, ready(school.amira));
    auto const seen = *store::find(read(), school.school, programme);
    auto const explains = [&](int children, std::string const& reason) {
        return as(school.senco, [&](Visit& visit) {
            return explain_few_children(visit, seen, children, reason);
        });
    };
    ASSERT_TRUE(explains(2, "The others come in spring"));
    EXPECT_EQ(starts(programme).error(), Refusal::few_children_need_reason) << "Amira's target is missing";
    EXPECT_EQ(explains(1, "Of a page opened before").error(), Refusal::changed_meanwhile);
    EXPECT_EQ(
        store::find(read(), school.school, programme)->few_children_reason, "The others come in spring"
    );
    give_target(amiras);
    EXPECT_TRUE(starts(programme));
}

TEST_F(PlaceActionsTest, a_group_of_four_children_starts_without_one) {
    auto const programme = make_programme(6);
    for (auto const& child : {school.sam, school.amira, school.tom, school.grace})
        give_target(place_of(programme, ready(child)));
    EXPECT_TRUE(starts(programme));
}

TEST_F(PlaceActionsTest, a_group_that_the_policy_of_the_start_finds_too_large_does_not_start) {
    auto const programme = make_programme(4);
    give_target(place_of(programme, ready(school.sam)));
    a_policy_comes("2.0", 3);
    auto const started = starts(programme);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error(), Refusal::group_too_large);
    EXPECT_FALSE(store::find(read(), school.school, programme)->started_on);
}

TEST_F(PlaceActionsTest, a_child_does_not_return_to_a_group_whose_places_are_taken) {
    auto const programme = make_programme(2);
    auto const sam = ready(school.sam);
    auto const amira = ready(school.amira);
    for (auto const& the_case : {sam, amira}) give_target(place_of(programme, the_case));
    ASSERT_TRUE(starts(programme));
    completes(programme);

    ASSERT_TRUE(undo_completion(amira));
    auto const tom = ready(school.tom);
    auto const toms = place_of(programme, tom);
    EXPECT_EQ(undo_completion(sam).error(), cases::Refusal::no_place_free);
    as(school.senco, [&](Visit& visit) {
        end_place(visit, toms, cases::EndReason::left_school, "Moved away");
        return true;
    });
    EXPECT_TRUE(undo_completion(sam));
}

TEST_F(PlaceActionsTest, a_child_does_not_return_who_has_another_place_by_now) {
    auto const programme = running_with(school.sam);
    auto const the_case = only_place_in(programme).the_case;
    completes(programme);
    Place another;
    another.id = PlaceId::make(school.now);
    another.programme = as(school.senco, [&](Visit& visit) {
        auto wanted = input();
        wanted.starts_on = visit.today;
        wanted.weeks = 1;
        wanted.reason = "A week alone is left";
        return make(visit, wanted).value();
    });
    another.the_case = the_case;
    another.allocated_on = day;
    another.pupil.id = same<PupilId>(school.sam.id);
    as(school.senco, [&](Visit& visit) {
        store::add_place(visit.db, visit.school, another, visit.staff(), visit.now);
        return true;
    });
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::has_another_place);
    as(school.senco, [&](Visit& visit) {
        end_place(visit, another.id, cases::EndReason::left_school, "Entered twice");
        return true;
    });
    EXPECT_TRUE(undo_completion(the_case));
}

}  // namespace
}  // namespace programmes
