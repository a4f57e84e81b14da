#include "insight/gathering_actions.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "insight/edition_rules.hpp"
#include "programmes/nurture_test.hpp"
#include "pupils/ethnicity_store.hpp"

namespace insight::actions {
namespace {

class ChildrenOfAYear : public programmes::NurtureTest {
protected:
    Support support_of_the_only_one() {
        return as(school.senco, [&](Visit& visit) {
            auto const children = children_in(visit, 2025);
            auto const found =
                std::ranges::find_if(children, [](Child const& child) { return child.support.has_value(); });
            EXPECT_NE(found, children.end());
            return found == children.end() ? Support{} : *found->support;
        });
    }
    // The programme that runs belongs to the year before, and is over for the child.
    void ended_and_was_of_the_year_before(ProgrammeId const& programme, CaseId const& of) {
        as(school.senco, [&](Visit& visit) {
            auto const place = programmes::store::latest_place_of(visit.db, visit.school, of, day);
            programmes::store::end_place(
                visit.db, visit.school, place->id, day, cases::EndReason::no_longer_needed
            );
            return visit.db.run(
                "UPDATE programme SET started_on = '2025-06-10' WHERE school_id = $1 AND id = $2",
                visit.school,
                programme
            );
        });
    }
    CaseId the_case() {
        return as(school.senco, [&](Visit& visit) {
            return *visit.db.one<CaseId>(
                "SELECT DISTINCT case_id FROM place WHERE school_id = $1", visit.school
            );
        });
    }
    void rates(CaseId const& of, assessments::Occasion occasion, int each) {
        auto const rated = as(school.teacher_of_4b, [&](Visit& visit) {
            auto const instrument = *assessments::store::newest(visit.db, visit.school, "wellbeing");
            assessments::Rating rating{
                .informant = assessments::Informant::class_teacher, .occasion = occasion, .rated_on = day};
            for (auto const& scale : assessments::scales_of(instrument.instrument))
                rating.scores.push_back({.scale = scale.code, .score = each});
            return assessments::rate(visit, of, instrument, rating);
        });
        EXPECT_TRUE(rated);
    }
};

TEST_F(ChildrenOfAYear, waited_for_the_first_place_of_their_case_alone) {
    auto const first = running_with(school.sam);
    EXPECT_TRUE(support_of_the_only_one().days_waited);
    auto const of = the_case();
    ended_and_was_of_the_year_before(first, of);
    day = day + 21;
    auto const second = as(school.senco, [&](Visit& visit) {
                            auto later = input();
                            later.starts_on = day;
                            return make(visit, later);
                        }).value();
    may_start_with_few(second);
    give_target(place_of(second, of));
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, second); }));
    EXPECT_TRUE(support_of_the_only_one().in_group);
    EXPECT_FALSE(support_of_the_only_one().days_waited);
}

TEST_F(ChildrenOfAYear, belong_to_the_groups_that_the_roll_says) {
    as(school.administrator, [&](Visit& visit) {
        pupils::ethnicity_store::keep(visit.db, visit.school);
        return visit.db.run(
            "UPDATE pupil SET pupil_premium = 'yes', ethnicity = 'mixed' WHERE school_id = $1 AND id = $2",
            visit.school,
            school.sam.id
        );
    });
    auto const children = as(school.senco, [](Visit& visit) { return children_in(visit, 2025); });
    EXPECT_EQ(std::ranges::count(children, "yes", &Child::pupil_premium), 1);
    EXPECT_EQ(std::ranges::count(children, "mixed", &Child::ethnicity), 1);
    EXPECT_GT(std::ranges::count(children, "", &Child::ethnicity), 0);
}

TEST_F(ChildrenOfAYear, changed_by_the_scores_of_that_years_support) {
    running_with(school.sam);
    as(school.senco, [](Visit& visit) {
        return assessments::load(visit, std::string(assessments::shipped("wellbeing")->document), {});
    });
    rates(the_case(), assessments::Occasion::entry, 2);
    day = day + 40;
    rates(the_case(), assessments::Occasion::exit, 4);
    auto const scores = support_of_the_only_one().scores;
    ASSERT_EQ(scores.size(), 2U) << "well-being and involvement";
    for (auto const& [scale, change] : scores) {
        EXPECT_EQ(scale.version, 1);
        EXPECT_EQ(change.by, 2);
        EXPECT_EQ(change.days, 40);
    }
}

TEST_F(ChildrenOfAYear, changed_by_scales_that_are_told_by_their_names_and_directions) {
    std::vector<ScaleChange> scales{
        {.scale = {.instrument = "sdq-parent", .scale = "prosocial"}},
        {.scale = {.instrument = "sdq-parent", .scale = "total"}}};
    as(school.senco, [&](Visit& visit) {
        EXPECT_TRUE(assessments::load(visit, std::string(assessments::shipped("sdq-parent")->document), {}));
        name_scales(visit, scales);
        return true;
    });
    EXPECT_EQ(scales[0].in_words.instrument, assessments::shipped("sdq-parent")->instrument.name);
    EXPECT_NE(scales[0].in_words.scale, "");
    EXPECT_EQ(scales[0].in_words.direction, assessments::Direction::high_is_good);
    EXPECT_EQ(scales[1].in_words.direction, assessments::Direction::low_is_good);
    EXPECT_EQ(
        scales[1].in_words.edition, edition_of(assessments::shipped("sdq-parent")->instrument, "total")
    );
    EXPECT_EQ(scales[1].in_words.least, 0);
    EXPECT_EQ(scales[1].in_words.most, 40);
}

}  // namespace
}  // namespace insight::actions
