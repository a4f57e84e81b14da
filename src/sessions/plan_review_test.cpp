// The SENCo reviews the plan that stood on their page, and no other.
#include <gtest/gtest.h>

#include <algorithm>

#include "programmes/nurture_test.hpp"
#include "sessions/actions.hpp"
#include "sessions/plan_routes.hpp"
#include "sessions/store.hpp"
#include "support/answered.hpp"

namespace sessions {
namespace {

class PlanReview : public programmes::NurtureTest {
protected:
    ProgrammeId programme;

    void SetUp() override { programme = running_with(school.sam); }

    Session stands() { return sessions_of(programme).front(); }
    void is_planned(std::string const& plan) {
        auto const before = stands();
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return write_plan(visit, before, plan);
        }));
    }
    http::Response reviewed_at(int version) {
        auto const id = std::string(stands().id.text());
        return as(school.senco, [&](Visit& visit) {
            auto request = school.get(school.senco, "/sessions/x/plan-review");
            request.segments = {{"session", id}};
            request.form = Fields({{"note", "Let Sam choose"}, {"version", std::to_string(version)}});
            auto const routes = plan_routes();
            auto const review = std::ranges::find_if(routes, [](auto const& route) {
                return route.path == "/sessions/{session}/plan-review";
            });
            return support::answered(*review, visit, request);
        });
    }
};

TEST_F(PlanReview, is_of_the_plan_that_the_reviewer_saw) {
    is_planned("A board game");
    auto const seen = stands().version;
    is_planned("Boxing");
    auto const again = reviewed_at(seen);
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(again.body.find("Boxing"), std::string::npos);
    EXPECT_NE(again.body.find("Let Sam choose"), std::string::npos) << "the note is kept";
    EXPECT_FALSE(stands().plan_reviewed_on);

    EXPECT_EQ(reviewed_at(stands().version).status, 303);
    EXPECT_TRUE(stands().plan_reviewed_on);
}

TEST_F(PlanReview, says_that_the_plan_was_changed_since_and_keeps_the_note) {
    is_planned("A board game");
    EXPECT_FALSE(stands().plan_changed) << "nobody has looked at it";
    ASSERT_EQ(reviewed_at(stands().version).status, 303);
    is_planned("A board game");
    EXPECT_FALSE(stands().plan_changed) << "nothing changed";
    is_planned("Something quite different");
    EXPECT_TRUE(stands().plan_changed);
    EXPECT_EQ(stands().plan_review, "Let Sam choose");
    EXPECT_TRUE(stands().plan_reviewed_on);
    ASSERT_EQ(reviewed_at(stands().version).status, 303);
    EXPECT_FALSE(stands().plan_changed);
}

}  // namespace
}  // namespace sessions
