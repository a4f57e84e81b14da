#include "pupils/routes.hpp"

#include <gtest/gtest.h>

#include "http/router.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace {

pupils::pages::Supported everyone(Visit&, std::vector<pupils::Pupil> const& found) {
    pupils::pages::Supported supported;
    for (auto const& pupil : found) supported.emplace(pupil.id, "Nurture support");
    return supported;
}

struct PupilPages : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    Routes routes = pupils::routes();

    PupilPages() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~PupilPages() override { db.rollback(); }

    http::Response answer(support::Person const& person, http::Request request) {
        auto visit = school.visit(db, person);
        for (auto const& route : routes) {
            auto segments = http::Pattern(route.path).match(request.path);
            if (route.method != request.method || !segments) continue;
            request.segments = *segments;
            return support::answered(route, visit, request);
        }
        return http::not_found();
    }
    http::Response get(support::Person const& person, std::string path, std::string typed = "") {
        http::Request request;
        request.method = "GET";
        request.path = std::move(path);
        if (!typed.empty()) request.query.add("q", std::move(typed));
        return answer(person, std::move(request));
    }
};
bool holds(http::Response const& response, std::string const& text) {
    return response.body.find(text) != text.npos;
}

TEST_F(PupilPages, begin_with_the_persons_own_class) {
    auto const page = get(school.teacher_of_4b, "/pupils");
    EXPECT_TRUE(holds(page, "Your class"));
    EXPECT_LT(page.body.find(">4B<"), page.body.find(">5A<"));
    EXPECT_FALSE(holds(get(school.senco, "/pupils"), "Your class"));
}

TEST_F(PupilPages, lead_who_may_end_records_to_those_that_are_due_to_be_erased) {
    for (auto const* const person : {&school.senco, &school.headteacher})
        EXPECT_TRUE(holds(get(*person, "/pupils"), "href=\"/retention\"")) << person->name;
    for (auto const* const person : {&school.administrator, &school.teacher_of_4b, &school.nurture_assistant})
        EXPECT_FALSE(holds(get(*person, "/pupils"), "/retention")) << person->name;
}

TEST_F(PupilPages, find_by_name_and_say_when_nobody_fits) {
    EXPECT_TRUE(holds(get(school.support_staff, "/pupils", "sam"), std::string(school.sam.id.text())));
    EXPECT_TRUE(holds(get(school.support_staff, "/pupils", "<script>"), "&lt;script&gt;"));
    EXPECT_TRUE(holds(get(school.support_staff, "/pupils", "qqq"), "Nobody on roll fits"));
}

TEST_F(PupilPages, tag_support_only_where_it_may_be_known) {
    auto const path = "/classes/" + std::string(school.class_4b.text());
    EXPECT_FALSE(holds(get(school.support_staff, path), "Nurture support"));
    routes = pupils::routes<everyone>();
    EXPECT_TRUE(holds(get(school.support_staff, path), "Nurture support"));
}

TEST_F(PupilPages, list_a_class_and_know_no_other) {
    EXPECT_TRUE(
        holds(get(school.support_staff, "/classes/" + std::string(school.class_4b.text())), "Class 4B")
    );
    EXPECT_EQ(get(school.support_staff, "/classes/" + std::string(PupilId{}.text())).status, 404);
    EXPECT_EQ(get(school.support_staff, "/classes/none").status, 404);
}

}  // namespace
