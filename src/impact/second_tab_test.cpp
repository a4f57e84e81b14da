// The review and the next step are taken once. What a second tab sends then is refused, and nothing of it is
// lost.
#include "impact/actions.hpp"
#include "impact/routes.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace impact {
namespace {

class SecondTabAtReview : public programmes::NurtureTest {
protected:
    CaseId the_case;
    PlaceId place;

    // Sam's programme is over, and the impact may be measured.
    void SetUp() override {
        auto const programme = running_with(school.sam);
        place = only_place_in(programme).id;
        the_case = only_place_in(programme).the_case;
        for (auto const& session : sessions_of(programme)) hold(session);
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::complete(visit, programme);
        }));
        day = day + 30;
    }
    http::Response sends(support::Person const& person, std::string_view pattern, Fields const& typed) {
        return answer_to("POST", person, pattern, typed);
    }
    http::Response opens(support::Person const& person, std::string_view pattern) {
        return answer_to("GET", person, pattern, Fields());
    }
    Fields review_of(std::string const& rating, std::string const& words, std::string const& outcome) {
        Fields typed({{"words", words}, {"outcome", outcome}});
        for (auto const& target : programmes::store::targets(read(), school.school, place))
            typed.add(programmes::measure_field(target.id), rating);
        return typed;
    }
    static void shows(http::Response const& page, std::vector<std::string> const& words) {
        for (auto const& one : words) EXPECT_NE(page.body.find(one), std::string::npos) << one << page.body;
    }
    static bool asks(http::Response const& page) { return page.body.find("<textarea") != std::string::npos; }

private:
    http::Response answer_to(
        std::string_view method, support::Person const& person, std::string_view pattern, Fields const& typed
    ) {
        return as(person, [&](Visit& visit) {
            auto request = school.get(person, pattern);
            request.form = typed;
            request.segments = {{"place", std::string(place.text())}, {"case", std::string(the_case.text())}};
            for (auto const& route : routes())
                if (route.method == method && route.path == pattern)
                    return support::answered(route, visit, request);
            ADD_FAILURE() << "nothing answers " << pattern;
            return http::Response{};
        });
    }
};

constexpr auto reviewing = "/places/{place}/impact-review";
constexpr auto deciding = "/cases/{case}/next-step";

TEST_F(SecondTabAtReview, that_measures_the_impact_again_shows_what_was_typed_beside_the_review_that_stands) {
    auto const& teacher = school.teacher_of_4b;
    ASSERT_EQ(sends(teacher, reviewing, review_of("8", "Plays with others", "sustained")).status, 303);
    auto const again = sends(teacher, reviewing, review_of("2", "Sits alone again", "not_yet"));
    EXPECT_EQ(again.status, 422);
    EXPECT_FALSE(asks(again));
    shows(again, {"The impact review is written already, and stands as it was written", "Plays with others"});
    shows(again, {"What you wrote is not saved", "2 of 10", "Sits alone again", "Not yet"});
    EXPECT_EQ(opens(teacher, reviewing).body.find("not saved"), std::string::npos);
    EXPECT_EQ(store::review_of(read(), school.school, place)->words, "Plays with others");

    auto const half = sends(teacher, reviewing, Fields{{{"words", "Sits alone again"}}});
    EXPECT_EQ(half.status, 422);
    shows(half, {"The impact review is written already", "Sits alone again"});
}

TEST_F(SecondTabAtReview, that_decides_what_comes_next_again_shows_what_was_typed_beside_what_was_decided) {
    ASSERT_EQ(
        sends(school.teacher_of_4b, reviewing, review_of("8", "Plays with others", "sustained")).status, 303
    );
    Fields const nothing({{"next", "nothing"}, {"reason", "It lasts without support"}, {"concerns", "0"}});
    ASSERT_EQ(sends(school.senco, deciding, nothing).status, 303);
    Fields const agency(
        {{"next", "outside_agency"},
         {"agency", "Educational Psychology"},
         {"reason", "More than a school can do"},
         {"concerns", "0"}}
    );
    auto const again = sends(school.senco, deciding, agency);
    EXPECT_EQ(again.status, 422);
    EXPECT_FALSE(asks(again));
    shows(again, {"What comes next was decided already, and stands as it was decided"});
    shows(again, {"It lasts without support", "What you wrote is not saved"});
    shows(again, {"An outside agency", "Educational Psychology", "More than a school can do"});
    EXPECT_EQ(again.body.find("An earlier step"), std::string::npos);
    EXPECT_EQ(opens(school.senco, deciding).body.find("not saved"), std::string::npos);
}

TEST_F(SecondTabAtReview, that_decides_in_a_case_closed_otherwise_is_told_so_and_keeps_its_form) {
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "Moved away");
        return true;
    });
    auto const again = sends(
        school.senco, deciding, Fields({{"next", "nothing"}, {"reason", "It lasts"}, {"concerns", "0"}})
    );
    EXPECT_EQ(again.status, 422);
    shows(again, {"The case is closed; a later need opens a case of its own", "It lasts"});
    EXPECT_TRUE(asks(again));
}

}  // namespace
}  // namespace impact
