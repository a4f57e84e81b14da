// A library of session plans, and how a session begins with one (G10).
#include "session_plans/routes.hpp"

#include "programmes/nurture_test.hpp"
#include "session_plans/actions.hpp"
#include "session_plans/store.hpp"
#include "sessions/routes.hpp"
#include "support/answered.hpp"

namespace session_plans {
namespace {

using support::Person;

class SessionPlans : public programmes::NurtureTest {
protected:
    static Fields one(std::string const& name, std::string const& value) {
        Fields fields;
        fields.add(name, value);
        return fields;
    }
    Fields fields(std::string const& title) const {
        return Fields(
            {{"title", title},
             {"areas", std::string(school.friendships.text())},
             {"minutes", "40"},
             {"needed", "Paper and one die"},
             {"steps", "Draw an island.\nAgree who may land there."}}
        );
    }
    http::Response answer(
        Person const& person,
        Routes const& all,
        std::string_view method,
        std::string_view path,
        std::pair<std::string, std::string> const& segment,
        Fields const& sent
    ) {
        return as(person, [&](Visit& visit) {
            auto request = method == "GET" ? school.get(person, "/x") : school.post(person, "/x", sent);
            (method == "GET" ? request.query : request.form) = sent;
            if (!segment.first.empty()) request.segments = {segment};
            auto const route = std::ranges::find_if(all, [&](Route const& one) {
                return one.method == method && one.path == path;
            });
            return support::answered(*route, visit, request);
        });
    }
    http::Response posts(Person const& person, Fields const& sent) {
        return answer(person, routes(), "POST", "/session-plans", {}, sent);
    }
    http::Response changes(SessionPlan const& plan, Fields sent, int version) {
        sent.add("version", std::to_string(version));
        return answer(
            school.senco,
            routes(),
            "POST",
            "/session-plans/{plan}",
            {"plan", std::string(plan.id.text())},
            sent
        );
    }
    http::Response library(Fields const& query = {}) {
        return answer(school.senco, routes(), "GET", "/session-plans", {}, query);
    }
    std::vector<SessionPlan> all() { return store::all(read(), school.school); }
    http::Response of_session(SessionId const& session, Fields const& query = {}) {
        return answer(
            school.nurture_assistant,
            sessions::routes(),
            "GET",
            "/sessions/{session}",
            {"session", std::string(session.text())},
            query
        );
    }
    static bool says(http::Response const& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};

TEST_F(SessionPlans, are_written_once_by_whoever_plans_sessions) {
    EXPECT_EQ(posts(school.nurture_assistant, fields("The island we share")).status, 303);
    ASSERT_EQ(all().size(), 1U);
    auto const plan = all().front();
    EXPECT_EQ(plan.minutes, 40);
    EXPECT_EQ(plan.areas.size(), 1U);
    EXPECT_EQ(plan.steps, "Draw an island.\nAgree who may land there.");
    EXPECT_TRUE(says(library(), "The island we share"));
}

TEST_F(SessionPlans, say_what_is_missing_all_at_once) {
    auto const again = posts(school.senco, one("minutes", "400"));
    EXPECT_EQ(again.status, 422);
    for (auto const* const what :
         {"Enter a few words that name the plan",
          "Choose what the plan is for",
          "Enter what is done, step by step"})
        EXPECT_TRUE(says(again, what)) << what;
    EXPECT_TRUE(all().empty());
}

TEST_F(SessionPlans, have_each_a_name_of_its_own) {
    ASSERT_EQ(posts(school.senco, fields("The island")).status, 303);
    auto const again = posts(school.senco, fields("the ISLAND"));
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "a plan has this one already"));
    EXPECT_TRUE(says(again, "the ISLAND")) << "what was typed is kept";
    EXPECT_TRUE(says(again, "Agree who may land there."));
    EXPECT_EQ(all().size(), 1U);
}

TEST_F(SessionPlans, of_one_title_are_told_apart_by_the_database_and_not_by_a_look_before) {
    auto const plan = [&](std::string const& title) {
        SessionPlan made{.title = title, .minutes = 40, .needed = "", .steps = "Draw.", .areas = {}};
        made.id = SessionPlanId::make(school.now);
        return made;
    };
    auto const other = plan("A calm breath");
    as(school.senco, [&](Visit& visit) {
        EXPECT_EQ(store::add(visit.db, visit.school, plan("The island")), store::Kept::yes);
        EXPECT_EQ(store::add(visit.db, visit.school, plan("the ISLAND")), store::Kept::title_taken);
        EXPECT_EQ(store::add(visit.db, visit.school, other), store::Kept::yes) << "the transaction goes on";
        SessionPlanInput const retitled{
            .title = "THE island", .minutes = 40, .needed = "", .steps = "Draw.", .areas = {}};
        EXPECT_EQ(store::change(visit.db, visit.school, other.id, retitled, 1), store::Kept::title_taken);
        return true;
    });
    EXPECT_EQ(all().size(), 2U);
}

TEST_F(SessionPlans, are_shown_by_what_they_are_for) {
    ASSERT_EQ(posts(school.senco, fields("The island")).status, 303);
    EXPECT_TRUE(says(library(one("area", std::string(school.friendships.text()))), "The island"));
    EXPECT_FALSE(says(library(one("area", std::string(school.anxiety.text()))), "The island"));
}

TEST_F(SessionPlans, are_adapted_and_lose_nobodys_text) {
    ASSERT_EQ(posts(school.senco, fields("The island")).status, 303);
    auto const plan = all().front();
    EXPECT_EQ(changes(plan, fields("Our island"), plan.version).status, 303);
    EXPECT_EQ(all().front().title, "Our island");
    auto const late = changes(plan, fields("Another island"), plan.version);
    EXPECT_EQ(late.status, 422);
    EXPECT_TRUE(says(late, "Someone changed this plan while you wrote"));
    EXPECT_TRUE(says(late, "Our island"));
    EXPECT_TRUE(says(late, "Another island"));
    EXPECT_EQ(all().front().title, "Our island");
}

TEST_F(SessionPlans, for_what_the_children_work_on_begin_a_session_that_is_planned) {
    ASSERT_EQ(posts(school.senco, fields("The island")).status, 303);
    auto other = fields("A calm breath");
    auto for_anxiety = one("areas", std::string(school.anxiety.text()));
    for (auto const& [name, value] : other.entries())
        if (name != "areas") for_anxiety.add(name, value);
    ASSERT_EQ(posts(school.senco, for_anxiety).status, 303);
    auto const session = sessions_of(running_with(school.sam)).back();
    auto const shown = of_session(session.id);
    EXPECT_TRUE(says(shown, "Begin with this plan"));
    EXPECT_TRUE(says(shown, "The island")) << "Sam works on friendships";
    EXPECT_FALSE(says(shown, "A calm breath"));
    EXPECT_FALSE(says(shown, "Needed: Paper and one die\n\nDraw an island."));
    auto const island = all().back().id;
    auto const begun = of_session(session.id, one("begin_with", std::string(island.text())));
    EXPECT_TRUE(says(begun, "The island (40 minutes)\nNeeded: Paper and one die\n\nDraw an island."));
    EXPECT_TRUE(sessions_of(session.programme).back().plan.empty()) << "nothing is saved yet";
}

TEST_F(SessionPlans, stay_in_the_library_of_their_school_with_every_change_on_record) {
    ASSERT_EQ(posts(school.senco, fields("The island")).status, 303);
    auto const plan = all().front();
    ASSERT_EQ(changes(plan, fields("Our island"), plan.version).status, 303);
    EXPECT_TRUE(store::all(read(), SchoolId{2}).empty());
    auto const entries = read().the<std::int64_t>(
        "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'session_plan'", school.school
    );
    EXPECT_EQ(entries, 2);
}

}  // namespace
}  // namespace session_plans
