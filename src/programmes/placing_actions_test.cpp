#include "programmes/placing_actions.hpp"

#include "programmes/nurture_test.hpp"
#include "programmes/placing_rules.hpp"
#include "programmes/routes.hpp"
#include "support/answered.hpp"

namespace programmes {
namespace {

class FindingAPlace : public NurtureTest {
protected:
    // As the SENCo and nurture staff chose it.
    void choose(CaseId const& the_case, Form form) {
        as(school.senco, [&](Visit& visit) {
            visit.db.run(
                R"(INSERT INTO prioritisation (school_id, id, case_id, form, need, impact_on_learning,
                                               earlier_support, reason, made_by, made_at)
                   VALUES ($1, $2, $3, $4, 2, 1, 0, 'Others wish for the same', $5, $6))",
                visit.school,
                visit.new_id<CaseId>(),
                the_case,
                form,
                visit.staff(),
                visit.now
            );
            return true;
        });
    }
    void agree_on(CaseId const& the_case, support::AreaId const& area) {
        as(school.senco, [&](Visit& visit) {
            auto const discussion = visit.new_id<CaseId>();
            visit.db.run(
                R"(INSERT INTO discussion (school_id, id, case_id, held_on, outcome, reason, made_by, made_at)
                   VALUES ($1, $2, $3, $4, 'go_on', 'Friendships break', $5, $6))",
                visit.school,
                discussion,
                the_case,
                visit.today,
                visit.staff(),
                visit.now
            );
            visit.db.run(
                "INSERT INTO agreed_area (school_id, discussion_id, area_id) VALUES ($1, $2, $3)",
                visit.school,
                discussion,
                area
            );
            return true;
        });
    }
    std::vector<Offer> offered() {
        return as(school.senco, [](Visit& visit) { return offers(visit); });
    }
    Expected<PlaceId, Refusal> give(
        ProgrammeId const& programme, CaseId const& the_case, std::string why = {}
    ) {
        return as(school.senco, [&](Visit& visit) { return allocate(visit, programme, the_case, why); });
    }
    std::string reason_of_allocation(CaseId const& the_case) {
        return cases::standing(cases::store::steps(read(), school.school, the_case), cases::Step::allocation)
            ->reason;
    }
};

TEST_F(FindingAPlace, shows_what_was_agreed_and_what_parents_said) {
    auto const sam = ready(school.sam);
    choose(sam, Form::group);
    agree_on(sam, school.friendships);
    auto const child = as(school.senco, [&](Visit& visit) { return to_place(visit, sam); });
    ASSERT_TRUE(child);
    EXPECT_TRUE(child->is_ready);
    EXPECT_EQ(child->need.form, Form::group);
    ASSERT_EQ(child->need.areas.size(), 1U);
    EXPECT_EQ(child->since_on, day);
    ASSERT_EQ(child->parents.size(), 1U);
    EXPECT_EQ(child->parents.front().answer, consent::Answer::given);
}

TEST_F(FindingAPlace, gives_another_place_once_consent_is_in_force_again) {
    auto const first = make_programme(4);
    auto const sam = ready(school.sam);
    auto const place = place_of(first, sam);
    auto const second = make_programme(1);
    EXPECT_FALSE(give(second, sam, "Needs quiet")) << "the place stands";
    answer(school.sam, sam, "withdrawn");
    as(school.senco, [&](Visit& visit) {
        end_place(visit, place, cases::EndReason::consent_withdrawn, "");
        return true;
    });
    EXPECT_EQ(stage_of(sam), cases::Stage::stopped);
    EXPECT_FALSE(give(second, sam, "Needs quiet")) << "consent is not in force";
    answer(school.sam, sam, "given");
    EXPECT_EQ(stage_of(sam), cases::Stage::to_allocate);
    EXPECT_TRUE(as(school.senco, [&](Visit& visit) { return to_place(visit, sam)->is_ready; }));
    ASSERT_TRUE(give(second, sam, "Needs quiet"));
    EXPECT_EQ(stage_of(sam), cases::Stage::to_start);
    EXPECT_EQ(reason_of_allocation(sam), "");
    auto const steps = cases::store::steps(read(), school.school, sam);
    auto const undone =
        std::ranges::find_if(steps, [](cases::StepTaken const& step) { return !step.stands(); });
    ASSERT_NE(undone, steps.end());
    EXPECT_EQ(undone->undone_reason, "Another place was given");
}

TEST_F(FindingAPlace, offers_programmes_with_a_place_and_a_week_left) {
    auto const full = make_programme(1);
    auto const group = running_with(school.amira);
    place_of(full, ready(school.tom));
    auto const free = offered();
    ASSERT_EQ(free.size(), 1U);
    EXPECT_EQ(free.front().programme.id, group);
    EXPECT_EQ(free.front().taken, 1);
    EXPECT_EQ(free.front().weeks_left, 6);
    EXPECT_EQ(free.front().next_on, day);
    EXPECT_EQ(free.front().classes, std::vector<std::string>{"4B"});
    ASSERT_EQ(free.front().areas.size(), 1U);
    EXPECT_EQ(free.front().areas.front().id, same<AreaId>(school.friendships));
    for (auto const& session : sessions_of(group)) hold(session);
    EXPECT_TRUE(offered().empty());
}

TEST_F(FindingAPlace, in_another_form_than_was_chosen_needs_a_reason_which_stands_on_the_step) {
    auto const group = make_programme();
    auto const sam = ready(school.sam);
    choose(sam, Form::group);
    choose(sam, Form::one_to_one);
    EXPECT_EQ(give(group, sam).error(), Refusal::form_needs_reason);
    ASSERT_TRUE(give(group, sam, "No other place is free before Easter"));
    EXPECT_EQ(reason_of_allocation(sam), "No other place is free before Easter");
}

TEST_F(FindingAPlace, with_fewer_weeks_left_than_the_policy_says_needs_a_reason_which_stands_on_the_step) {
    auto const group = running_with(school.amira);
    EXPECT_EQ(offered().front().weeks_least, std::nullopt) << "all of its weeks are to come";
    hold(sessions_of(group)[0]);
    EXPECT_EQ(offered().front().weeks_left, 5);
    EXPECT_EQ(offered().front().weeks_least, 6);
    auto const sam = ready(school.sam);
    EXPECT_EQ(give(group, sam).error(), Refusal::few_weeks_need_reason);
    ASSERT_TRUE(give(group, sam, "The next group begins after the summer"));
    EXPECT_EQ(reason_of_allocation(sam), "The next group begins after the summer");
    auto const logged = read().all<std::string>(
        "SELECT why FROM record WHERE school_id = $1 AND subject = 'place' AND case_id = $2",
        school.school,
        sam
    );
    EXPECT_EQ(logged, std::vector<std::string>{"The next group begins after the summer"});
}

TEST_F(FindingAPlace, with_the_policys_weeks_left_needs_none) {
    auto const group = running_with(school.amira);
    auto const sam = ready(school.sam);
    ASSERT_TRUE(give(group, sam, "Not needed"));
    EXPECT_EQ(reason_of_allocation(sam), "");
}

TEST_F(FindingAPlace, in_the_chosen_form_needs_none) {
    auto const group = make_programme();
    auto const sam = ready(school.sam);
    choose(sam, Form::group);
    ASSERT_TRUE(give(group, sam, "Not needed"));
    EXPECT_EQ(reason_of_allocation(sam), "");
}

TEST_F(FindingAPlace, suggestions_carry_the_areas_that_were_agreed_last) {
    auto const group = make_programme();
    auto const sam = ready(school.sam);
    agree_on(sam, school.anxiety);
    day = day + 1;
    agree_on(sam, school.friendships);
    auto const suggested = as(school.senco, [&](Visit& visit) {
        return suggestions_for(visit, *store::find(visit.db, visit.school, group));
    });
    ASSERT_EQ(suggested.size(), 1U);
    ASSERT_EQ(suggested.front().areas.size(), 1U);
    EXPECT_EQ(suggested.front().areas.front().id, same<AreaId>(school.friendships));
}

// N1: nobody hears at work what their own child is to work on.
TEST_F(FindingAPlace, is_offered_on_the_programmes_page_for_every_child_but_the_readers_own) {
    auto const group = make_programme();
    ready(school.sam);
    std::size_t children_read = 0;
    auto const page = [&] {
        return as(school.senco, [&](Visit& visit) {
            auto request = school.get(school.senco, path_of(group));
            request.segments = {{"programme", std::string(group.text())}};
            auto const all = routes();
            auto const route = std::ranges::find_if(all, [](auto const& one) {
                return one.method == "GET" && one.path == "/programmes/{programme}";
            });
            auto const body = support::answered(*route, visit, request).body;
            children_read = 0;
            for (auto const& read : visit.reads.all()) children_read += read.listed.size();
            return body;
        });
    };
    EXPECT_NE(page().find(school.sam.name), std::string::npos);
    EXPECT_EQ(children_read, 1U);
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            visit.school,
            school.sam.mother,
            school.senco.staff
        );
    });
    EXPECT_EQ(page().find(school.sam.name), std::string::npos);
    EXPECT_EQ(children_read, 0U);
}

TEST_F(FindingAPlace, tells_children_of_one_forename_apart_on_the_programmes_page_and_no_others) {
    auto const group = make_programme();
    place_of(group, ready(school.sam));
    ready(join("Sam"));
    ready(school.amira);
    auto const page = as(school.senco, [&](Visit& visit) {
        auto request = school.get(school.senco, path_of(group));
        request.segments = {{"programme", std::string(group.text())}};
        auto const all = routes();
        auto const route = std::ranges::find_if(all, [](auto const& one) {
            return one.method == "GET" && one.path == "/programmes/{programme}";
        });
        return support::answered(*route, visit, request).body;
    });
    EXPECT_NE(page.find(" of Sam O.<"), std::string::npos) << "who has a place";
    EXPECT_NE(page.find(" Sam N.<"), std::string::npos) << "who can be given one";
    EXPECT_EQ(page.find("Amira H."), std::string::npos);
}

// P2: what the database would refuse is not offered, and says why.
TEST_F(FindingAPlace, offers_no_child_to_a_person_whose_training_has_ended) {
    make_programme();
    EXPECT_EQ(offered().front().closed_because, "");
    day = day + 2000;
    as(school.senco, [&](Visit& visit) {
        // Sessions to come, so that the programme has weeks left.
        return visit.db.run(
            "UPDATE session SET planned_on = $1 WHERE school_id = $2 AND number = 6", day + 7, visit.school
        );
    });
    auto const later = offered();
    ASSERT_EQ(later.size(), 1U);
    EXPECT_EQ(later.front().closed_because, why_closed(later.front().programme.deliverer_name, true, false));
}

TEST_F(FindingAPlace, is_next_for_a_case_with_consent_and_without_a_place) {
    auto const sam = ready(school.sam);
    auto const next = [&] {
        return as(school.senco, [&](Visit& visit) { return is_to_be_placed(visit, sam); });
    };
    EXPECT_TRUE(next());
    place_of(make_programme(), sam);
    EXPECT_FALSE(next());
}

}  // namespace
}  // namespace programmes
