#include "pupils/routes.hpp"

#include <gtest/gtest.h>

#include "http/router.hpp"
#include "pupils/contact_store.hpp"
#include "support/small_school.hpp"

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

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
    std::string contacts = "/pupils/" + std::string(school.sam.id.text()) + "/contacts";
    std::string mother = contacts + "/" + std::string(school.sam.mother.text());

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
            return route.handle(visit, request);
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
    http::Response post(support::Person const& person, std::string path, Typed fields) {
        http::Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.form = Fields(std::move(fields));
        return answer(person, std::move(request));
    }
    pupils::Contact mother_now() {
        auto const pupil = PupilId::parse(school.sam.id.text()).value();
        auto const contact = ContactId::parse(school.sam.mother.text()).value();
        return pupils::contact_store::find(db, school.school, pupil, contact)->contact;
    }
    int version_of_mother() {
        return db.the<int>("SELECT version FROM contact WHERE school_id = 1 AND id = $1", school.sam.mother);
    }
    Typed mother_with(std::string telephone, int version) {
        return {
            {"version", std::to_string(version)},
            {"name", "Mum of Sam"},
            {"language", "pl"},
            {"responsibility", "yes"},
            {"telephone", std::move(telephone)},
            {"restriction", "No contact with school"}};
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

TEST_F(PupilPages, show_contacts_to_those_who_need_them_alone) {
    EXPECT_TRUE(holds(get(school.senco, contacts), "Add a contact"));
    EXPECT_TRUE(holds(get(school.administrator, contacts), "Add a contact"));
    auto const names = get(school.teacher_of_4b, contacts);
    EXPECT_TRUE(holds(names, "Mum of Sam"));
    EXPECT_FALSE(holds(names, "Add a contact"));
    for (auto const* person : {&school.teacher_of_5a, &school.nurture_assistant, &school.support_staff})
        EXPECT_EQ(get(*person, contacts).status, 404) << person->name;
    EXPECT_EQ(get(school.teacher_of_4b, mother).status, 404);
    EXPECT_EQ(post(school.teacher_of_4b, mother, mother_with("1", 1)).status, 404);
}

TEST_F(PupilPages, add_a_contact) {
    EXPECT_EQ(post(school.senco, contacts, {{"language", "en"}}).status, 422);
    auto const added = post(
        school.senco,
        contacts,
        {{"name", "Nan"}, {"language", "en"}, {"needs", "large print"}, {"other_needs", "telephone first"}}
    );
    EXPECT_EQ(added.status, 303);
    auto const page = get(school.senco, contacts);
    EXPECT_TRUE(holds(page, "Nan"));
    EXPECT_TRUE(holds(page, "large print, telephone first"));
}

TEST_F(PupilPages, refuse_an_address_that_is_none) {
    auto const response =
        post(school.senco, contacts, {{"name", "Nan"}, {"language", "en"}, {"address", "nan at home"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(holds(response, "nan at home"));
}

TEST_F(PupilPages, show_court_orders_to_the_senco_alone_and_lose_none) {
    EXPECT_EQ(post(school.senco, mother, mother_with("1", version_of_mother())).status, 303);
    EXPECT_TRUE(holds(get(school.senco, contacts), "No contact with school"));
    EXPECT_FALSE(holds(get(school.administrator, contacts), "No contact with school"));
    EXPECT_FALSE(holds(get(school.administrator, mother), "No contact with school"));

    auto changed = mother_with("2", version_of_mother());
    changed.back().second = "Tampered";
    EXPECT_EQ(post(school.administrator, mother, changed).status, 303);
    EXPECT_EQ(mother_now().telephone, "2");
    EXPECT_EQ(mother_now().restriction, "No contact with school");
}

TEST_F(PupilPages, show_both_texts_where_two_people_change_one_contact) {
    auto const version = version_of_mother();
    post(school.senco, mother, mother_with("111", version));
    auto const second = post(school.administrator, mother, mother_with("222", version));
    EXPECT_EQ(second.status, 422);
    EXPECT_TRUE(holds(second, "111") && holds(second, "222"));
    EXPECT_EQ(mother_now().telephone, "111");
    EXPECT_EQ(post(school.administrator, mother, mother_with("222", version_of_mother())).status, 303);
}

}  // namespace
