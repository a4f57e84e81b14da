// Every route there is, asked for by each role while that role waits for a second way to sign in.
#include <gtest/gtest.h>

#include "app/pipeline.hpp"
#include "base/words.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

constexpr auto where_it_is_added = "/sign-ins/second-way";

std::string location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

// The path with an id in the place of each name in braces.
std::string with_ids(std::string_view path) {
    std::string filled(path);
    for (auto at = filled.find('{'); at != std::string::npos; at = filled.find('{'))
        filled.replace(at, filled.find('}', at) - at + 1, "0190b6e0-0000-7000-8000-00000000000a");
    return filled;
}

class SecondWayWall : public testing::Test {
protected:
    SecondWayWall() {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        for (auto const role : all_of<visits::Role>())
            db.run(
                "INSERT INTO second_way_demand (school_id, role, starts_on) VALUES ($1, $2, '2020-01-06')",
                school.school,
                role
            );
        transaction.commit();
    }
    void everybody_has_an_app() {
        db::Transaction transaction(db, db::Mode::write);
        for (auto const& [role, person] : people())
            db.run(
                "INSERT INTO authenticator_app (account_id, sealed_secret, made_at, confirmed_at) "
                "VALUES ($1, '', 1, 1)",
                person->account
            );
        transaction.commit();
    }
    std::vector<std::pair<visits::Role, support::Person const*>> people() const {
        using visits::Role;
        return {
            {Role::class_teacher, &school.teacher_of_4b},
            {Role::support_staff, &school.support_staff},
            {Role::nurture_assistant, &school.nurture_assistant},
            {Role::senco, &school.senco},
            {Role::headteacher, &school.headteacher},
            {Role::safeguarding_lead, &school.safeguarding_lead},
            {Role::administrator, &school.administrator},
            {Role::governor, &school.governor}};
    }
    // How the route is answered before its handler is reached, and which route it was.
    struct Answer {
        Route const* route = nullptr;
        std::optional<http::Response> refusal;
    };
    Answer asked(support::Person const& person, Route const& route) {
        auto const path = with_ids(route.path);
        auto const request =
            route.method == "GET" ? school.get(person, path) : school.post(person, path, Fields{});
        auto const arrived = received(table, request).value();
        db::Transaction const transaction(db, db::Mode::read);
        auto answered = refused(db, settings, arrived, school.now);
        if (!answered) return {arrived.route, std::nullopt};
        return {arrived.route, std::move(answered->response)};
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    Routes routes = all_routes();
    RouteTable table{routes};
    Settings settings;
};

TEST_F(SecondWayWall, stands_before_everything_that_belongs_to_a_role_that_waits) {
    for (auto const& [role, person] : people())
        for (auto const& one : routes) {
            auto const [route, refusal] = asked(*person, one);
            auto const where =
                std::string(in_words(role)) + ": " + std::string(one.method) + ' ' + std::string(one.path);
            bool const stays_open =
                route->needs == Permission::anyone || (open_without_a_role(*route) && route->path != "/");
            if (stays_open) {
                EXPECT_FALSE(refusal) << where;
                continue;
            }
            ASSERT_TRUE(refusal) << where;
            if (!visits::allows(role, route->needs))
                EXPECT_EQ(refusal->status, 404) << where;
            else if (one.method == "GET")
                EXPECT_EQ(location_of(*refusal), where_it_is_added) << where;
            else
                EXPECT_EQ(refusal->status, 422) << where;
        }
}

TEST_F(SecondWayWall, is_none_for_who_has_a_second_way) {
    everybody_has_an_app();
    for (auto const& [role, person] : people())
        for (auto const& one : routes) {
            auto const [route, refusal] = asked(*person, one);
            bool const may = visits::allows(role, route->needs);
            EXPECT_EQ(refusal.has_value(), !may) << in_words(role) << ": " << one.method << ' ' << one.path;
        }
}

}  // namespace
}  // namespace app
