// Who works in the county's team signs in as everybody does, reads what schools gave to the county, and opens
// nothing of a school.
#include <gtest/gtest.h>

#include "app/application.hpp"
#include "app/route_table.hpp"
#include "county/team_actions.hpp"
#include "insight/rules.hpp"
#include "insight/store.hpp"
#include "journeys/browser.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr auto password = "eleven quiet willows";

// The path with an id in the place of each name in braces.
std::string with_ids(std::string_view path) {
    std::string filled(path);
    for (auto at = filled.find('{'); at != std::string::npos; at = filled.find('{'))
        filled.replace(at, filled.find('}', at) - at + 1, "0190b6e0-0000-7000-8000-00000000000a");
    return filled;
}

class CountyAnalyst : public testing::Test {
protected:
    void is_invited() {
        database.change([&](db::Connection& db) {
            auto visit = school.visit_of_nobody(db);
            ASSERT_TRUE(county::actions::enter_team(visit, "Fern County"));
            token = county::actions::invite(visit, {"Ada Holt", "ada@fern.example"}).value().token;
        });
    }
    Browser& joins() {
        auto const link = "/invitations/" + token;
        return ada.open(link).submit(link, Fields{{{"password", password}}});
    }
    void gave(support::SmallSchool const& by, int supported, bool to_the_county) {
        auto const year = insight::last_year_to_tell(by.today);
        insight::Outcomes const outcomes{
            .on_roll = 90,
            .cells = {{.supported = supported, .on_roll = 90, .planned = 100, .attended = 80}}};
        database.change([&](db::Connection& db) {
            db.enter(by.school);
            insight::store::add(
                db, by.school, {.school_year = year, .made_at = by.now, .outcomes = outcomes}, by.senco.staff
            );
            if (to_the_county) insight::store::give(db, by.school, year, by.headteacher.staff, by.now);
        });
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    support::SmallSchool other{database, {2}, " of the other"};
    app::Application application{
        database.database(),
        {.secure_cookies = false, .public_address = "http://withy.test", .sealing_key = sealed::Key{}},
        [this] { return school.now; }};
    std::string token;
    Browser ada{application};
};

TEST_F(CountyAnalyst, comes_by_an_invitation_to_what_schools_gave) {
    is_invited();
    gave(school, 21, true);
    gave(other, 22, true);
    joins();
    EXPECT_EQ(ada.path(), "/county");
    EXPECT_TRUE(ada.shows("Outcomes over schools")) << ada.body();
    EXPECT_TRUE(ada.shows(">43<")) << "children of both schools";
    EXPECT_TRUE(ada.shows("County analyst"));
    EXPECT_TRUE(ada.shows("Fern County"));
    EXPECT_FALSE(ada.shows("Search"));
    auto const csv = ada.get("/county/outcomes.csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_NE(csv.body.find(",2,43,"), std::string::npos) << csv.body;
}

TEST_F(CountyAnalyst, reads_nothing_that_a_school_did_not_give) {
    is_invited();
    gave(school, 21, true);
    gave(other, 22, false);
    joins();
    EXPECT_TRUE(ada.shows(">21<")) << ada.body();
    EXPECT_FALSE(ada.shows(">43<"));
    EXPECT_FALSE(ada.shows(">22<"));
}

TEST_F(CountyAnalyst, opens_nothing_of_a_school) {
    is_invited();
    joins();
    int refused = 0;
    for (auto const& route : app::all_routes()) {
        bool const is_own = app::open_without_a_role(route) || route.needs == Permission::see_county;
        if (route.method != "GET" || route.needs == Permission::anyone || is_own) continue;
        EXPECT_EQ(ada.get(with_ids(route.path)).status, 404) << route.path;
        ++refused;
    }
    EXPECT_GT(refused, 100);
}

TEST_F(CountyAnalyst, is_nobody_of_a_school) {
    for (auto const* person :
         {&school.senco,
          &school.nurture_assistant,
          &school.teacher_of_4b,
          &school.support_staff,
          &school.headteacher,
          &school.safeguarding_lead,
          &school.administrator,
          &school.governor})
        for (auto const* path : {"/county", "/county/outcomes.csv"})
            EXPECT_EQ(application.handle(school.get(*person, path)).status, 404) << person->name << path;
}

TEST_F(CountyAnalyst, opens_nothing_once_they_have_left) {
    is_invited();
    joins();
    EXPECT_EQ(ada.get("/county").status, 200);
    database.change([&](db::Connection& db) {
        auto visit = school.visit_of_nobody(db);
        ASSERT_TRUE(county::actions::enter_team(visit, ""));
        ASSERT_TRUE(county::actions::leave(visit, "ada@fern.example"));
    });
    EXPECT_NE(ada.get("/county").status, 200);
}

TEST_F(CountyAnalyst, opens_nothing_while_the_browser_is_locked) {
    is_invited();
    joins();
    ada.submit("/lock", {});
    EXPECT_FALSE(ada.open("/county").shows("Children with support"));
}

}  // namespace
}  // namespace journeys
