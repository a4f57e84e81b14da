// Who works in the county's team signs in as everybody does, reads what schools gave to the county, and opens
// nothing of a school.
#include <gtest/gtest.h>

#include <map>

#include "app/application.hpp"
#include "app/route_table.hpp"
#include "base/secret.hpp"
#include "county/team_actions.hpp"
#include "insight/rules.hpp"
#include "insight/store.hpp"
#include "journeys/browser.hpp"
#include "sign_in/store.hpp"
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

// What is open to everybody, what is their own, and the county's page.
bool is_open_to_an_analyst(Route const& route) {
    return route.needs == Permission::anyone || route.needs == Permission::see_county ||
           app::open_without_a_role(route);
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
    // As their sign-in says, with every role that it would give them.
    visits::Who who_joined() {
        auto& db = database.reader();
        db::Transaction const transaction(db, db::Mode::read);
        auto const presence = sign_in::store::presence(db, secret::hash_of_token(ada.cookie())).value();
        db.enter(presence.school);
        auto comer = sign_in::store::person(db, presence, school.today).value();
        EXPECT_TRUE(comer.roles.empty());
        return comer.who;
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

// An id that nobody has is absent for everybody: that it is answered so shows nothing of who may ask.
TEST_F(CountyAnalyst, may_ask_for_nothing_of_a_school) {
    is_invited();
    joins();
    auto const analyst = who_joined();
    EXPECT_TRUE(analyst.may(Permission::see_county));
    std::map<std::string_view, int> refused;
    for (auto const& route : app::all_routes()) {
        if (is_open_to_an_analyst(route)) continue;
        EXPECT_FALSE(analyst.may(route.needs)) << route.method << ' ' << route.path;
        ++refused[route.method];
    }
    EXPECT_GT(refused["GET"], 100);
    EXPECT_GT(refused["POST"], 100);
}

TEST_F(CountyAnalyst, opens_nothing_of_a_school) {
    is_invited();
    joins();
    for (auto const& route : app::all_routes()) {
        if (is_open_to_an_analyst(route)) continue;
        auto const path = with_ids(route.path);
        auto const answer = route.method == "GET" ? ada.get(path) : ada.post(path, {});
        EXPECT_EQ(answer.status, 404) << route.method << ' ' << path;
    }
}

TEST_F(CountyAnalyst, opens_no_child_whom_those_who_work_there_open) {
    is_invited();
    joins();
    auto const of_sam = "/pupils/" + std::string(school.sam.id.text());
    EXPECT_EQ(application.handle(school.get(school.senco, of_sam)).status, 200);
    EXPECT_EQ(ada.get(of_sam).status, 404);
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
