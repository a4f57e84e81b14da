#include "change/asking_actions.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "assessments/store.hpp"
#include "programmes/nurture_test.hpp"

namespace change {
namespace {

using assessments::Occasion;

class AskedForWeeks : public programmes::NurtureTest {
protected:
    CaseId waiting(support::Child const& child) {
        return as(school.senco, [&](Visit& visit) {
            auto const the_case = cases::open_for(visit, programmes::same<PupilId>(child.id));
            for (auto const step :
                 {cases::Step::concern,
                  cases::Step::referral,
                  cases::Step::discussion,
                  cases::Step::prioritisation,
                  cases::Step::waiting_list})
                EXPECT_TRUE(cases::take(visit, the_case, step));
            return the_case;
        });
    }
    void load() {
        as(school.senco, [&](Visit& visit) {
            return assessments::load(
                visit, std::string(assessments::shipped("withy-observation")->document), {}
            );
        });
    }
    std::vector<ToRate> asked_of(support::Person const& person) {
        return as(person, [&](Visit& visit) { return actions::to_rate_this_week(visit); });
    }
    void rate_week(CaseId const& the_case, support::Person const& person) {
        as(person, [&](Visit& visit) {
            auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
            assessments::Rating rating{
                .informant = assessments::Informant::class_teacher,
                .occasion = Occasion::weekly,
                .rated_on = visit.today};
            for (int const number : form_for(loaded.instrument, Occasion::weekly)->items)
                rating.ratings.push_back({number, 2});
            EXPECT_TRUE(assessments::rate(visit, the_case, loaded, rating));
            return true;
        });
    }
};

TEST_F(AskedForWeeks, the_class_teacher_of_a_child_who_waits_and_nobody_else_is_asked_three_times) {
    day = school.today - 7;
    auto const the_case = waiting(school.sam);
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty()) << "the school has no instrument";
    load();
    for (int number = 1; number <= ratings_before; ++number, day = day + 7) {
        auto const asked = asked_of(school.teacher_of_4b);
        ASSERT_EQ(asked.size(), 1U);
        EXPECT_EQ(asked.front().number, number);
        EXPECT_EQ(asked.front().the_case, the_case);
        EXPECT_TRUE(asked_of(school.teacher_of_5a).empty());
        EXPECT_TRUE(asked_of(school.senco).empty());
        rate_week(the_case, school.teacher_of_4b);
        EXPECT_TRUE(asked_of(school.teacher_of_4b).empty()) << "once a week";
    }
    day = calendar::parse_iso("2026-06-02").value();  // half term is over
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty());
}

TEST_F(AskedForWeeks, of_a_child_whose_parent_says_no_nothing_more_is_asked) {
    auto const the_case = waiting(school.sam);
    load();
    ASSERT_EQ(asked_of(school.teacher_of_4b).size(), 1U);
    answer(school.sam, the_case, "refused");
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty());
    answer(school.sam, the_case, "given");
    EXPECT_EQ(asked_of(school.teacher_of_4b).size(), 1U);
}

TEST_F(AskedForWeeks, on_a_day_outside_the_terms_nothing_is_asked) {
    waiting(school.sam);
    load();
    day = calendar::parse_iso("2026-08-11").value();
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty());
}

TEST_F(AskedForWeeks, the_ratings_go_on_once_the_programme_runs_and_end_with_the_place) {
    load();
    auto const programme = make_small_programme();
    auto const the_case = ready(school.sam);
    auto const place = place_of(programme, the_case);
    give_target(place);
    EXPECT_EQ(asked_of(school.teacher_of_4b).size(), 1U) << "a place, and no session yet";
    rate_week(the_case, school.teacher_of_4b);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    hold(sessions_of(programme).at(1));
    ASSERT_EQ(asked_of(school.teacher_of_4b).size(), 1U);
    EXPECT_EQ(asked_of(school.teacher_of_4b).front().phase, Phase::during);
    is_measured(found(place));
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty());
}

TEST_F(AskedForWeeks, without_a_rating_before_the_programme_none_is_asked_for_during_it) {
    load();
    auto const programme = running_with(school.sam);
    hold(sessions_of(programme).at(1));
    EXPECT_TRUE(asked_of(school.teacher_of_4b).empty());
}

}  // namespace
}  // namespace change
