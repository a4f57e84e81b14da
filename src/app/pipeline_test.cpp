#include <gtest/gtest.h>

#include "app/application.hpp"
#include "app/submissions.hpp"
#include "base/secret.hpp"
#include "sign_in/store.hpp"
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
        auto response = answer(db, settings, *arrived, now);
        if (stays(response)) transaction.commit();
        return response;
    }

    // A form of the page with this number, as the person sends it.
    http::Response send_form(
        std::string const& name, support::Person const& person, std::string_view path = "/rooms"
    ) {
        return send(school.post(person, path, Fields{{{"name", name}, {"once", page_number}}}));
    }

    support::Person another_administrator() {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        auto person = school.add_person("Una Second", visits::Role::administrator);
        transaction.commit();
        return person;
    }

    std::int64_t kept_submissions() {
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>("SELECT count(*) FROM submission WHERE school_id = $1", school.school);
    }

    std::string rooms_seen_by(support::Person const& person) {
        return send(school.get(person, "/rooms")).body;
    }
    std::string rooms() { return rooms_seen_by(school.administrator); }

    bool is_use(std::string_view path) {
        auto const arrived = received(table, school.get(school.administrator, path));
        db::Transaction const transaction(db, db::Mode::read);
        return answered(db, settings, arrived.value(), now).uses_the_sign_in;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    Instant now = school.now + 1 * minutes;
    std::string page_number = "0190b6e0-0000-7000-8000-00000000000a";
    Settings settings;
    RouteTable table{{
        {"GET", "/rooms", Permission::run_school, get_rooms},
        {"GET",
         "/absent",
         Permission::anyone,
         [](Visit&, http::Request const&) { return http::not_found(); }},
        {"POST", "/rooms", Permission::run_school, post_name},
        {"POST", "/rooms/upstairs", Permission::run_school, post_name},
    }};
};

TEST_F(Pipeline, who_holds_the_permission_is_answered) {
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 200);
}

TEST_F(Pipeline, who_lacks_it_gets_the_answer_of_what_does_not_exist) {
    auto const refused = send(school.get(school.teacher_of_4b, "/rooms"));
    EXPECT_EQ(refused.status, 404);
    EXPECT_EQ(send(school.get(school.teacher_of_4b, "/nothing")).status, 404);
    auto const absent = send(school.get(school.teacher_of_4b, "/absent"));
    EXPECT_EQ(absent.status, 404);
    EXPECT_NE(absent.body.find("There is nothing to see here"), absent.body.npos) << absent.body;
    EXPECT_EQ(absent.body.size(), refused.body.size())
        << "what is absent can't be told from what is not theirs";
}

TEST_F(Pipeline, a_path_that_nobody_knows_leads_back_to_today_who_is_signed_in) {
    auto request = school.get(school.teacher_of_4b, "/nowhere");
    auto const lost = send(request);
    EXPECT_EQ(lost.status, 404);
    EXPECT_EQ(lost.body.size(), send(school.get(school.teacher_of_4b, "/rooms")).body.size())
        << "what was never there can't be told from what is not theirs";
    auto const way_back = "<a href=\"/\">go back to Today</a>";
    EXPECT_NE(lost.body.find(way_back), lost.body.npos);
    EXPECT_NE(lost.body.find("Sign out"), lost.body.npos) << "the bar at the top";
    request.method = "POST";
    EXPECT_EQ(send(request).status, 404) << "a form without a page";
    request.method = "GET";
    request.headers.clear();
    auto const to_nobody = send(request);
    EXPECT_EQ(to_nobody.status, 404);
    EXPECT_NE(to_nobody.body.find(way_back), to_nobody.body.npos);
    EXPECT_EQ(to_nobody.body.find("Sign out"), to_nobody.body.npos);
}

// A link in the bar leads to their own account, and the way back of every refusal to Today.
TEST_F(Pipeline, who_has_no_role_today_has_a_first_page_and_their_own_account_and_nothing_else) {
    table = RouteTable(all_routes());
    auto const status = [&](std::string_view path) { return send(school.get(school.governor, path)).status; };
    EXPECT_EQ(status("/school/policy"), 200);
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run("DELETE FROM role_held WHERE staff_id = $1", school.governor.staff);
        transaction.commit();
    }
    auto const first = send(school.get(school.governor, "/"));
    EXPECT_EQ(first.status, 200);
    EXPECT_NE(first.body.find("You have no role yet"), first.body.npos) << first.body;
    EXPECT_EQ(first.body.find("aria-current=\"page\""), first.body.npos) << "the bar leads nowhere";
    EXPECT_EQ(status("/sign-ins"), 200);
    EXPECT_EQ(status("/password"), 200);
    for (auto const* closed : {"/school/policy", "/school", "/pupils", "/referrals", "/concerns/new"})
        EXPECT_EQ(status(closed), 404) << closed;
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

TEST_F(Pipeline, who_comes_to_a_demonstration_chooses_whom_to_be) {
    settings.demonstration = true;
    auto request = school.get(school.administrator, "/rooms");
    request.headers.clear();
    auto const response = send(request);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.headers.at(0).second, "/demonstration");
}

// A page that lay open while the demonstration began anew knows nobody of the new one.
TEST_F(Pipeline, an_old_form_of_a_demonstration_leads_to_choosing_whom_to_be_and_asks_for_no_password) {
    settings.demonstration = true;
    auto request = school.post(school.administrator, "/rooms", Fields{{{"name", "Hall"}}});
    std::erase_if(request.headers, [](auto const& header) { return header.first == "cookie"; });
    auto const response = send(request);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("href=\"/demonstration\""), response.body.npos) << response.body;
    EXPECT_EQ(response.body.find("assword"), response.body.npos) << response.body;
    settings.demonstration = false;
    EXPECT_NE(send(request).body.find("assword"), std::string::npos);
}

TEST_F(Pipeline, an_hour_without_use_ends_a_sign_in) {
    now = school.now + 59 * minutes;
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 200);
    now = school.now + 60 * minutes;
    EXPECT_EQ(send(school.get(school.administrator, "/rooms")).status, 303);
}

TEST_F(Pipeline, what_is_asked_for_is_use_of_a_sign_in_that_stands_and_of_no_other) {
    table = RouteTable(all_routes());
    for (auto const* path : {"/", "/help", "/sign-in", "/nowhere"}) {
        now = school.now + 59 * minutes;
        EXPECT_TRUE(is_use(path)) << path;
        now = school.now + 60 * minutes;
        EXPECT_FALSE(is_use(path)) << path;
    }
    now = school.now + 1 * minutes;
    {
        db::Transaction transaction(db, db::Mode::write);
        sign_in::store::lock(db, secret::hash_of_token(school.administrator.token), now);
        transaction.commit();
    }
    EXPECT_FALSE(is_use("/locked")) << "locked";
}

TEST_F(Pipeline, a_form_without_this_sign_ins_secret_changes_nothing_and_loses_nothing) {
    auto const whole =
        school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook by the hall"}}});
    auto const whole_guard = whole.body.substr(0, whole.body.find('&'));
    auto const changes_nothing = [&](std::string const& guard) {
        auto request = whole;
        request.body.replace(0, whole_guard.size(), guard);
        auto const response = send(request);
        EXPECT_EQ(response.status, 422) << guard;
        EXPECT_NE(response.body.find("The Nook by the hall"), std::string::npos) << guard;
        EXPECT_EQ(rooms(), "1") << guard;
    };
    for (auto at = std::string_view("csrf=").size(); at < whole_guard.size(); ++at) {
        bool const escape = whole_guard[at] == '%';
        auto guard = whole_guard;
        guard.replace(at, escape ? 3 : 1, guard[at] == 'x' ? "y" : "x");
        changes_nothing(guard);
        if (escape) at += 2;
    }
    changes_nothing("csrf=");
    changes_nothing("other=");
    changes_nothing("csrf=short");
    auto const of_another = school.post(school.senco, "/rooms", {}).body;
    changes_nothing(of_another.substr(0, of_another.find('&')));

    auto without = whole;
    without.body = whole.body.substr(whole_guard.size() + 1);
    EXPECT_EQ(send(without).status, 422) << "no secret at all";
    EXPECT_EQ(rooms(), "1");
}

TEST_F(Pipeline, a_form_after_the_sign_in_ended_carries_what_was_typed_through_signing_in) {
    now = school.now + 61 * minutes;
    auto const response = send(school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook"}}}));
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("value=\"The Nook\""), std::string::npos);
}

TEST_F(Pipeline, the_same_form_sent_twice_changes_things_once_and_leads_to_the_same_place) {
    auto const first = send_form("The Nook", school.administrator);
    auto const second = send_form("The Nook", school.administrator);
    EXPECT_EQ(first.status, 303);
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(second.headers.at(0).second, "/rooms/made");
    EXPECT_EQ(rooms(), "2");
}

TEST_F(Pipeline, only_a_form_that_was_saved_is_answered_with_the_sign_that_the_pages_script_waits_for) {
    auto const sign = [](http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "Set-Cookie" && value.starts_with("withy-saved=")) return value;
        return std::string();
    };
    auto const expected = "withy-saved=" + page_number + "; Path=/; SameSite=Lax; Secure; Max-Age=3600";
    EXPECT_EQ(sign(send_form("The Nook", school.administrator)), expected);
    EXPECT_EQ(sign(send_form("The Nook", school.administrator)), expected) << "saved before, its answer lost";
    EXPECT_EQ(sign(send_form("refused", school.administrator)), "");
    EXPECT_EQ(sign(send(school.get(school.administrator, "/rooms"))), "");
}

TEST_F(Pipeline, a_refused_form_leaves_nothing_behind_and_may_be_sent_again) {
    EXPECT_EQ(send_form("refused", school.administrator).status, 422);
    EXPECT_EQ(send_form("refused", school.administrator).status, 422);
    EXPECT_EQ(rooms(), "1");
    EXPECT_EQ(kept_submissions(), 0);
}

TEST_F(Pipeline, another_form_of_the_same_page_is_another_sending) {
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(send_form("The Nook", school.administrator, "/rooms/upstairs").status, 303);
    EXPECT_EQ(rooms(), "3");
}

TEST_F(Pipeline, the_same_form_with_changed_words_is_another_sending) {
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(send_form("The Nest", school.administrator).status, 303);
    EXPECT_EQ(rooms(), "3");
}

TEST_F(Pipeline, the_same_words_sent_again_lead_where_they_led_also_after_other_words) {
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(send_form("The Nest", school.administrator).status, 303);
    for (auto const* name : {"The Nook", "The Nest", "The Nook"}) {
        auto const again = send_form(name, school.administrator);
        EXPECT_EQ(again.status, 303);
        EXPECT_EQ(again.headers.at(0).second, "/rooms/made");
    }
    EXPECT_EQ(rooms(), "3");
    // A page that was opened anew has another number.
    page_number = "0190b6e0-0000-7000-8000-00000000000b";
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(rooms(), "4");
}

TEST_F(Pipeline, words_that_were_refused_leave_the_others_of_their_page_remembered) {
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(send_form("refused", school.administrator).status, 422);
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(rooms(), "2");
    EXPECT_EQ(kept_submissions(), 1);
}

TEST_F(Pipeline, the_same_number_from_another_person_is_another_sending) {
    auto const second = another_administrator();
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    EXPECT_EQ(send_form("The Nook", second).status, 303);
    EXPECT_EQ(rooms(), "3");
}

// A password is among the words of some forms.
TEST_F(Pipeline, what_is_kept_of_a_sending_tells_its_words_to_nobody_without_the_pages_number) {
    auto const said = [&](std::string const& number) {
        db::Transaction const transaction(db, db::Mode::read);
        auto request = school.get(school.administrator, "/password");
        request.form = Fields{{{"once", number}, {"old", "seven quiet willows"}}};
        auto const kept = submissions::submission_of(school.visit(db, school.administrator), request).value();
        EXPECT_EQ((kept.id + kept.said).find(number), std::string::npos) << "the number itself is not kept";
        return kept.said;
    };
    EXPECT_EQ(said(page_number), said(page_number));
    EXPECT_NE(said(page_number), said("0190b6e0-0000-7000-8000-00000000000b"));
}

TEST_F(Pipeline, the_same_form_sent_again_after_signing_in_anew_changes_nothing) {
    EXPECT_EQ(send_form("The Nook", school.administrator).status, 303);
    auto anew = school.administrator;
    anew.token = secret::new_token();
    anew.csrf = secret::digest({"csrf", anew.token});
    {
        db::Transaction transaction(db, db::Mode::write);
        constexpr db::Sql move = "UPDATE sign_in SET token_hash = $1 WHERE token_hash = $2";
        db.run(move, secret::hash_of_token(anew.token), secret::hash_of_token(school.administrator.token));
        transaction.commit();
    }
    EXPECT_EQ(send_form("The Nook", anew).status, 303);
    EXPECT_EQ(rooms_seen_by(anew), "2");
}

TEST_F(Pipeline, sendings_of_last_week_are_forgotten_now_and_then) {
    auto const keep = [&](std::string const& id, Instant at) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.administrator);
        visit.now = at;
        submissions::Submission const submission{
            .school = school.school, .id = id, .said = "The Nook", .path = "/rooms"};
        EXPECT_EQ(submissions::answered(visit, submission), std::nullopt);
        submissions::remember(visit, submission, http::see_other("/rooms/made"));
        transaction.commit();
    };
    keep("a1", now - 8 * (24 * hours));
    keep("a2", now - 6 * (24 * hours));
    keep("a3", now);
    EXPECT_EQ(kept_submissions(), 3);
    keep("00", now);
    EXPECT_EQ(kept_submissions(), 3);
}

TEST_F(Pipeline, a_large_body_may_come_only_from_who_may_send_it_there) {
    auto const status_before_the_body = [&](http::Request request) {
        request.body.clear();
        auto const asking = addressed(table, std::move(request));
        if (!asking) return asking.error().status;
        db::Transaction const transaction(db, db::Mode::read);
        auto const refusal = refused(db, settings, *asking, now);
        return refusal ? refusal->response.status : 100;
    };
    auto const upload = [&](support::Person const& person) {
        auto request = school.post(person, "/rooms", {});
        for (auto& [name, value] : request.headers)
            if (name == "content-type") value = "multipart/form-data; boundary=a";
        return request;
    };
    EXPECT_EQ(status_before_the_body(upload(school.administrator)), 100);
    EXPECT_EQ(status_before_the_body(upload(school.teacher_of_4b)), 404);
    auto stranger = upload(school.administrator);
    std::erase_if(stranger.headers, [](auto const& header) { return header.first == "cookie"; });
    EXPECT_EQ(status_before_the_body(stranger), 422) << "to sign in first";
    auto elsewhere = upload(school.administrator);
    for (auto& [name, value] : elsewhere.headers)
        if (name == "sec-fetch-site") value = "cross-site";
    EXPECT_EQ(status_before_the_body(elsewhere), 403);
    now = school.now + 61 * minutes;
    EXPECT_EQ(status_before_the_body(upload(school.administrator)), 422) << "the sign-in has ended";
}

TEST_F(Pipeline, a_form_from_another_site_is_refused) {
    auto request = school.post(school.administrator, "/rooms", Fields{{{"name", "The Nook"}}});
    for (auto const* const from : {"cross-site", "same-site"}) {  // another subdomain may be another's
        for (auto& [name, value] : request.headers)
            if (name == "sec-fetch-site") value = from;
        EXPECT_EQ(send(request).status, 403) << from;
    }

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
