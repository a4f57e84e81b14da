// A discussion that goes on is recorded once, and weighed once. What a second tab sends then is refused, and
// nothing of it is lost.
#include "referrals/discussion_routes.hpp"
#include "referrals/referrals_test.hpp"
#include "support/answered.hpp"

namespace referrals {
namespace {

class SecondTabOfReferral : public Referrals {
protected:
    static constexpr std::string_view talking = "/cases/{case}/discussion";

    http::Response answer_to(std::string_view method, CaseId const& the_case, Fields const& typed = {}) {
        return answer_to(talking, method, the_case, typed);
    }
    http::Response answer_to(
        std::string_view pattern, std::string_view method, CaseId const& the_case, Fields const& typed = {}
    ) {
        auto visit = as(school.senco);
        auto request = school.get(school.senco, pattern);
        request.segments = {{"case", std::string(the_case.text())}};
        request.form = typed;
        for (auto const& route : discussion_routes())
            if (route.method == method && route.path == pattern)
                return support::answered(route, visit, request);
        ADD_FAILURE() << "nothing answers " << pattern;
        return {};
    }
    Fields typed() const {
        return Fields(
            {{"held_on-day", "12"},
             {"held_on-month", "5"},
             {"held_on-year", "2026"},
             {"present", "Priya alone"},
             {"outcome", "something_else"},
             {"areas", std::string(friendships().text())},
             {"instead", "A reading circle"},
             {"reason", "It is better to wait until June"}}
        );
    }
    static void shows(http::Response const& page, std::vector<std::string> const& words) {
        for (auto const& one : words) EXPECT_NE(page.body.find(one), std::string::npos) << one << page.body;
    }
    static void shows_all_that_was_typed(http::Response const& page) {
        EXPECT_EQ(page.status, 422);
        EXPECT_EQ(page.body.find("<textarea"), std::string::npos) << "the form is gone";
        shows(page, {"What you wrote is not saved", "12/5/2026", "Priya alone", "Something else instead"});
        shows(page, {"A reading circle", "It is better to wait until June", "Target areas"});
    }
};

TEST_F(SecondTabOfReferral, that_talks_a_case_through_again_shows_what_was_typed_beside_what_stands) {
    auto const the_case = referred(sam());
    auto visit = as(school.senco);
    ASSERT_TRUE(discuss(visit, case_with(the_case), came_to(DiscussionOutcome::go_on)));
    auto const again = answer_to("POST", the_case, typed());
    shows_all_that_was_typed(again);
    shows(again, {"This has been talked through already, and stands as it was recorded then"});
    shows(again, {"Talked it through"});
    EXPECT_EQ(answer_to("GET", the_case).body.find("not saved"), std::string::npos);
    EXPECT_EQ(discussion_store::discussions(db, school.school, the_case).size(), 1U);
}

TEST_F(SecondTabOfReferral, that_talks_a_case_through_which_is_closed_shows_what_was_typed) {
    auto const the_case = referred(sam());
    auto visit = as(school.senco);
    ASSERT_TRUE(discuss(visit, case_with(the_case), came_to(DiscussionOutcome::no_need_now)));
    auto const again = answer_to("POST", the_case, typed());
    shows_all_that_was_typed(again);
    shows(again, {"The case is closed; a later need opens a case of its own"});
}

constexpr std::string_view weighing = "/cases/{case}/prioritisation";

TEST_F(SecondTabOfReferral, that_weighs_a_case_again_shows_what_was_typed_beside_what_was_weighed) {
    auto const the_case = prioritised(sam());
    Fields const typed(
        {{"form", "one_to_one"},
         {"need", "3"},
         {"impact_on_learning", "2"},
         {"earlier_support", "yes"},
         {"reason", "A group is too loud for Sam"}}
    );
    auto const again = answer_to(weighing, "POST", the_case, typed);
    EXPECT_EQ(again.status, 422);
    shows(again, {"This has been weighed already, and stands as it was recorded then"});
    shows(again, {"What was weighed", "Needs company", "What you wrote is not saved"});
    shows(again, {"One to one", "3 of 3", "2 of 3", "A group is too loud for Sam"});
    EXPECT_EQ(answer_to(weighing, "GET", the_case).body.find("not saved"), std::string::npos);
}

TEST_F(SecondTabOfReferral, that_puts_a_child_on_the_list_again_shows_what_was_typed) {
    auto const the_case = waiting(sam());
    Fields const typed(
        {{"meanwhile", "A seat beside a friend"}, {"review_by_on", calendar::iso(school.today + 7)}}
    );
    auto const again = answer_to("/cases/{case}/waiting", "POST", the_case, typed);
    EXPECT_EQ(again.status, 422);
    shows(again, {"What you wrote is not saved", "A seat beside a friend"});
}

}  // namespace
}  // namespace referrals
