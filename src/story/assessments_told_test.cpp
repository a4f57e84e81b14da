// What a story tells of ratings by an instrument, and to whom.
#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

using assessments::Informant;
using assessments::Occasion;

class AssessmentsInAStory : public StoryPage {
protected:
    AssessmentsInAStory() {
        auto visit = school_.visit(db(), school_.senco);
        visit.db.enter(school_.school);
        EXPECT_TRUE(
            assessments::load(visit, std::string(assessments::shipped("withy-observation")->document), {})
        );
    }

    CaseId the_case() const { return *CaseId::parse(running_.text_case); }
    assessments::AssessmentId rates(Occasion occasion, Date on) {
        auto visit = school_.visit(db(), school_.teacher_of_4b);
        auto const loaded = *assessments::store::newest(visit.db, visit.school, "withy-observation");
        assessments::Rating rating{
            .informant = Informant::class_teacher, .occasion = occasion, .rated_on = on};
        auto const* const form = form_for(loaded.instrument, occasion);
        for (auto const& item : loaded.instrument.items)
            if (form->items.empty() || std::ranges::count(form->items, item.number) > 0)
                rating.ratings.push_back({item.number, 2});
        return assessments::rate(visit, the_case(), loaded, rating).value();
    }
};

TEST_F(AssessmentsInAStory, are_told_with_whose_view_it_is_and_lead_to_the_scores) {
    auto const id = rates(Occasion::entry, school_.today - 3);
    for (auto const* const person : {&school_.teacher_of_4b, &school_.senco, &school_.nurture_assistant}) {
        auto const body = body_for(*person);
        EXPECT_TRUE(holds(body, "Rated by “")) << person->name;
        EXPECT_TRUE(holds(body, "On entry, as the class teacher sees it. Entered on")) << person->name;
        EXPECT_TRUE(holds(body, assessments::path_of(the_case(), id))) << person->name;
    }
    EXPECT_FALSE(holds(body_for(school_.support_staff), "Rated by “")) << "who sees no progress";
}

TEST_F(AssessmentsInAStory, say_that_one_was_taken_back_since) {
    auto const id = rates(Occasion::entry, school_.today);
    EXPECT_FALSE(holds(body_for(school_.senco), ", taken back since"));
    auto visit = school_.visit(db(), school_.teacher_of_4b);
    ASSERT_TRUE(assessments::take_back(visit, the_case(), id, "Of another child"));
    EXPECT_TRUE(holds(body_for(school_.senco), ", taken back since"));
}

TEST_F(AssessmentsInAStory, leave_weekly_ratings_to_the_page_of_weeks) {
    rates(Occasion::weekly, school_.today);
    EXPECT_FALSE(holds(body_for(school_.senco), "Rated by “"));
}

}  // namespace
}  // namespace story
