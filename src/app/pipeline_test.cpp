#include <gtest/gtest.h>

#include "app/application.hpp"
#include "base/secret.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

http::Response post_name(Visit& visit, http::Request const& request) {
    constexpr db::Sql add = "INSERT INTO room (school_id, id, name) VALUES ($1, $2, $3)";
    visit.db.run(add, visit.school, Id<struct RoomTag>::make(visit.now), request.form.value("name"));
    if (request.form.value("name") == "refused") return visit.form_again({.title = "No"});
    return http::see_other("/rooms/made");
}

http::Response get_rooms(Visit& visit, http::Request const&) {
    return http::page(std::to_string(
        visit.db.the<std::int64_t>("SELECT count(*) FROM room WHERE school_id = $1", visit.school)
    ));
}

class Pipeline : public testing::Test {
protected:
    http::Response send(http::Request const& plain) {
        auto arrived = received(table, plain);
        if (!arrived) return arrived.error();
        db::Transaction transaction(db, db::Mode::write);
        auto response = answer(db, {}, *arrived, now);
        if (stays(response)) transaction.commit();
        return response;
    }

    std::string rooms() { return send(school.get(school.administrator, "/rooms")).body; }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    Instant now = school.now + 1 * minutes;
    RouteTable table{{
        {"GET", "/rooms", Permission::run_school, get_rooms},
        {"POST", "/rooms", Permission::run_school, post_name},
    }};
};

TEST_F(Pipeline, who_holds_the_permission_is_answered) {
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 200);
}

TEST_F(Pipeline, who_lacks_it_gets_the_answer_of_what_does_not_exist) {
    auto const refused = send(school.get(school.teacher_of_4b, "/rooms"));
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(send(school.get(school.teacher_of_4b, "/nothing")).status, 404);
}

TEST_F(Pipeline, a_known_path_with_a_method_it_does_not_take_is_refused) {
    auto request = school.get(school.administrator, "/rooms");
    request.method = "DELETE";
    EXPECT_EQ(send(request).status, 405);
}

TEST_F(Pipeline, who_is_not_signed_in_is_led_to_sign_in_and_back) {
    auto request = school.get(school.administrator, "/rooms");
    request.headers.clear();
    auto const response = send(request);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.headers.at(0).second, "/sign-in?then=%2Frooms");
}

TEST_F(Pipeline, an_hour_without_use_ends_a_sign_in) {
    now = school.now + 59 * minutes;
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 200);
    now = school.now + 60 * minutes;
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 303);
}

TEST_F(Pipeline, a_form_without_this_sign_ins_secret_changes_nothing_and_loses_nothing) {
    auto request = school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook by the hall"}}});
    request.body.replace(0, 6, "csrf=x");
    auto const response = send(request);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("The Nook by the hall"), std::string::npos);
    EXPECT_EQ(rooms(), "1");
}

TEST_F(Pipeline, a_form_after_the_sign_in_ended_carries_what_was_typed_through_signing_in) {
    now = school.now + 61 * minutes;
    auto const response = send(school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook"}}}));
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("value=\"The Nook\""), std::string::npos);
}

TEST_F(Pipeline, the_same_form_sent_twice_changes_things_once_and_leads_to_the_same_place) {
    Fields const form{{{"name", "The Nook"}, {"once", "0190b6e0-0000-7000-8000-00000000000a"}}};
    auto const first = send(school.post(school.administrator, "/rooms", form));
    auto const second = send(school.post(school.administrator, "/rooms", form));
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(second.headers.at(0).second, "/rooms/made");
    EXPECT_EQ(rooms(), "2");
}

TEST_F(Pipeline, a_refused_form_leaves_nothing_behind_and_may_be_sent_again) {
    Fields const form{{{"name", "refused"}, {"once", "0190b6e0-0000-7000-8000-00000000000b"}}};
    EXPECT_EQ(send(school.post(school.administrator, "/rooms", form)).status, 422);
    EXPECT_EQ(rooms(), "1");
}

TEST_F(Pipeline, a_form_from_another_site_is_refused) {
    auto request = school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook"}}});
    for (auto& [name, value] : request.headers)
        if (name == "sec-fetch-site") value = "cross-site";
    EXPECT_EQ(send(request).status, 403);

    auto old_browser = school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook"}}});
    std::erase_if(old_browser.headers, [](auto const& header) { return header.first == "sec-fetch-site"; });
    old_browser.headers.emplace_back("origin", "https://elsewhere.example");
    EXPECT_EQ(send(old_browser).status, 403);
    EXPECT_EQ(rooms(), "1");
}

TEST_F(Pipeline, a_person_who_left_is_nobody) {
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE staff SET left_on = $1 WHERE school_id = $2 AND id = $3",
            school.today,
            school.school,
            school.administrator.staff
        );
        transaction.commit();
    }
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 303);
}

TEST_F(Pipeline, a_role_that_ended_yesterday_permits_nothing_today) {
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            "UPDATE role_held SET ends_on = $1 WHERE school_id = $2 AND staff_id = $3",
            school.today - 1,
            school.school,
            school.administrator.staff
        );
        transaction.commit();
    }
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 404);
}

}  // namespace
}  // namespace app
