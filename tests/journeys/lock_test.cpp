// Leaving a shared computer for a while: nothing is reached, nothing is lost, and the password leads back.
#include <gtest/gtest.h>

#include <set>

#include "base/secret.hpp"
#include "html/url.hpp"
#include "journeys/browser.hpp"
#include "journeys/busy_school.hpp"
#include "sign_in/store.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view right = "seven quiet willows";

std::string header(http::Response const& response, std::string_view wanted) {
    for (auto const& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

class Lock : public testing::Test {
protected:
    void SetUp() override {
        static auto const hash = secret::hash_of_password(right);
        database.change([&](db::Connection& db) {
            db.run(
                "UPDATE account SET address = 'ada@alder.example', password_hash = $1 WHERE id = $2",
                hash,
                school.administrator.account
            );
        });
        ada.keep_cookie(school.administrator.token);
    }

    static std::string lock_at(std::string_view path) {
        return url::with_query("/lock", {{"then", std::string(path)}});
    }
    void locks_at(std::string_view path) {
        ada.open(path).submit(lock_at(path), {});
        ASSERT_TRUE(ada.path().starts_with("/locked")) << ada.path();
    }
    void goes_on(std::string_view password) {
        ada.submit("/locked", Fields{{{"password", std::string(password)}}});
    }
    bool is_locked() { return ada.get("/school").status == 303; }

    std::int64_t rooms() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>("SELECT count(*) FROM room WHERE school_id = $1", school.school);
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now;
    app::Application application{
        database.database(),
        {.secure_cookies = false, .demonstration = false, .public_address = "http://withy.test"},
        [this] { return now; }};
    Browser ada{application};
};

TEST_F(Lock, closes_every_route_but_the_way_back_the_way_out_and_what_knows_nobody) {
    locks_at("/school");
    std::set<std::string> const open{
        "GET /accessibility",
        "GET /demonstration",
        "GET /healthz",
        "GET /help",
        "GET /locked",
        "GET /privacy",
        "GET /privacy/children",
        "POST /demonstration",
        "POST /lock",
        "POST /locked",
        "POST /passkey-challenges",
        "POST /sign-out"};
    std::set<std::string> stand_open;
    int closed = 0;
    for (auto const& route : application.routes().routes()) {
        auto const name = std::string(route.method) + ' ' + std::string(route.path);
        auto const address = BusySchool::address_of_nothing(route.path);
        if (name == "POST /sign-out" || open.contains(name)) {
            stand_open.insert(name);
            continue;
        }
        if (route.method == "GET") {
            auto const answer = ada.get(address);
            EXPECT_EQ(answer.status, 303) << name;
            EXPECT_TRUE(header(answer, "Location").starts_with("/locked")) << name;
        } else {
            auto const answer = ada.post(address, Fields{{{"name", "The Reading Nook"}}});
            EXPECT_EQ(answer.status, 422) << name;
            EXPECT_NE(words_in(answer.body).find("What you typed is safe"), std::string::npos) << name;
        }
        ++closed;
    }
    EXPECT_EQ(stand_open, open);
    EXPECT_GT(closed, 150);
    EXPECT_EQ(ada.get("/nowhere").status, 303) << "what is not there can't be told from what is";
    EXPECT_EQ(rooms(), 1);
}

// What stands open shows a locked person no more than it shows anybody.
TEST_F(Lock, shows_no_name_but_the_schools_and_the_persons) {
    locks_at("/school");
    EXPECT_TRUE(ada.shows("Ada Quinn"));
    EXPECT_TRUE(ada.shows("Alder Brook Junior School"));
    for (auto const* page : {"/locked", "/help", "/privacy", "/accessibility"}) {
        ada.open(page);
        EXPECT_EQ(ada.status(), 200) << page;
        for (auto const* hidden : {"role=\"search\"", "top__person", "Administrator", "/pupils", "/sign-ins"})
            EXPECT_FALSE(ada.shows(hidden)) << page << " shows " << hidden;
    }
}

TEST_F(Lock, leads_back_to_where_the_person_was_by_the_password_alone) {
    locks_at("/school/rooms");
    goes_on("wrong");
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("This is not the password of Ada Quinn"));
    EXPECT_TRUE(is_locked());
    goes_on("");
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(is_locked());
    goes_on(right);
    EXPECT_EQ(ada.path(), "/school/rooms");
    EXPECT_EQ(ada.status(), 200);
}

TEST_F(Lock, leads_to_where_one_wanted_to_go_meanwhile) {
    locks_at("/school/rooms");
    EXPECT_EQ(ada.open("/school/terms").path(), "/locked?then=%2Fschool%2Fterms");
    goes_on(right);
    EXPECT_EQ(ada.path(), "/school/terms");
}

TEST_F(Lock, never_leads_to_another_website) {
    for (std::string_view const elsewhere :
         {"https://elsewhere.example",
          "//elsewhere.example",
          "/\\elsewhere.example",
          "javascript:alert(1)"}) {
        locks_at("/school");
        auto const answer =
            ada.post("/locked", Fields({{"password", std::string(right)}, {"then", std::string(elsewhere)}}));
        EXPECT_EQ(answer.status, 303);
        EXPECT_EQ(header(answer, "Location"), "/") << elsewhere;
        auto const lock = ada.open("/school").post(lock_at(elsewhere), Fields{});
        EXPECT_EQ(header(lock, "Location"), "/locked") << elsewhere;
        ada.open("/locked");
        goes_on(right);
    }
}

// By account and by address, as signing in: guessing at a lock is no way around the pause.
TEST_F(Lock, pauses_after_as_many_wrong_passwords_as_signing_in) {
    locks_at("/school");
    for (int guess = 0; guess < 5; ++guess) goes_on("wrong");
    goes_on(right);
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("too many tries. Try again after 10:02"));
    Browser elsewhere{application};
    elsewhere.open("/sign-in")
        .submit("/sign-in", Fields({{"address", "ada@alder.example"}, {"password", std::string(right)}}));
    EXPECT_TRUE(elsewhere.shows("too many tries"));
    now = now + 1 * minutes;
    goes_on(right);
    EXPECT_EQ(ada.path(), "/school");
}

TEST_F(Lock, keeps_what_was_typed_before_it_in_another_tab) {
    auto const typed =
        *ada.open("/school/rooms").filled_form("/school/rooms", Fields{{{"name", "The Reading Nook"}}});
    locks_at("/school");
    auto const answer = ada.post_exactly("/school/rooms", typed);
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(rooms(), 1);
    ada.send("/school/rooms", typed);
    goes_on("wrong");
    EXPECT_TRUE(ada.shows("What you typed is safe"));
    goes_on(right);
    EXPECT_TRUE(ada.shows("The Reading Nook"));
    EXPECT_EQ(rooms(), 1) << "nothing is saved that was not sent again";
    ada.submit("/school/rooms", {});
    EXPECT_EQ(rooms(), 2);
}

// The answer may have been lost, so the old tab's form is sent once more when the lock is over.
TEST_F(Lock, what_was_saved_before_it_is_not_saved_again_after_it) {
    Fields const nook{{{"name", "The Reading Nook"}}};
    Browser old_tab{application};
    old_tab.keep_cookie(school.administrator.token);
    auto const typed = *old_tab.open("/school/rooms").filled_form("/school/rooms", nook);
    EXPECT_EQ(old_tab.post_exactly("/school/rooms", typed).status, 303);
    EXPECT_EQ(old_tab.post_exactly("/school/rooms", typed).status, 303);
    EXPECT_EQ(rooms(), 2);
    locks_at("/school");
    old_tab.submit("/school/rooms", nook);
    EXPECT_EQ(old_tab.status(), 422);
    old_tab.submit("/locked", Fields{{{"password", "wrong"}}});
    old_tab.submit("/locked", Fields{{{"password", std::string(right)}}});
    EXPECT_TRUE(old_tab.shows("Send it again"));
    old_tab.submit("/school/rooms", {});
    EXPECT_EQ(old_tab.answered(), 303);
    EXPECT_EQ(old_tab.path(), "/school/rooms");
    EXPECT_EQ(rooms(), 2);
    old_tab.submit("/school/rooms", Fields{{{"name", "The Nest"}}});
    EXPECT_EQ(rooms(), 3) << "another on the page that it led to";
}

TEST_F(Lock, pressed_twice_locks_once_and_pressed_again_on_an_old_page_locks_again) {
    auto const pressed = *ada.open("/school").filled_form(lock_at("/school"), {});
    auto const first = ada.post_exactly(lock_at("/school"), pressed);
    auto const second = ada.post_exactly(lock_at("/school"), pressed);
    EXPECT_EQ(header(first, "Location"), "/locked?then=%2Fschool");
    EXPECT_EQ(header(second, "Location"), "/locked?then=%2Fschool");
    auto const going_on =
        *ada.open("/locked").filled_form("/locked", Fields{{{"password", std::string(right)}}});
    EXPECT_EQ(ada.post_exactly("/locked", going_on).status, 303);
    EXPECT_EQ(ada.post_exactly("/locked", going_on).status, 303) << "going on twice";
    EXPECT_FALSE(is_locked());
    EXPECT_EQ(ada.post_exactly(lock_at("/school"), pressed).status, 303);
    EXPECT_TRUE(is_locked());
    EXPECT_EQ(ada.post_exactly("/locked", going_on).status, 303);
    EXPECT_FALSE(is_locked());
}

TEST_F(Lock, leaves_nothing_for_the_browsers_own_back) {
    auto const open = ada.get("/school");
    EXPECT_EQ(header(open, "Cache-Control"), "no-store");
    auto const pressed = *ada.open("/school").filled_form(lock_at("/school"), {});
    auto const locked = ada.post_exactly(lock_at("/school"), pressed);
    EXPECT_EQ(header(locked, "Clear-Site-Data"), "\"cache\", \"storage\"");
    EXPECT_EQ(header(ada.get("/school"), "Location"), "/locked?then=%2Fschool");
}

TEST_F(Lock, is_pressed_by_nobody_else) {
    auto pressed = *ada.open("/school").filled_form(lock_at("/school"), {});
    EXPECT_EQ(ada.post_exactly("/lock", Fields{{{"csrf", "of another"}}}).status, 422);
    EXPECT_FALSE(is_locked());
    EXPECT_EQ(header(Browser(application).post_exactly("/lock", pressed), "Location"), "/sign-in");
    EXPECT_EQ(header(Browser(application).get("/locked"), "Location"), "/sign-in");
    EXPECT_EQ(header(ada.get("/locked?then=%2Fschool"), "Location"), "/school") << "it is not locked";
}

TEST_F(Lock, is_of_this_device_alone) {
    Browser tablet{application};
    tablet.open("/sign-in")
        .submit("/sign-in", Fields({{"address", "ada@alder.example"}, {"password", std::string(right)}}));
    locks_at("/school");
    EXPECT_EQ(tablet.open("/school").path(), "/school");
}

TEST_F(Lock, ends_with_the_sign_in) {
    locks_at("/school/rooms");
    now = now + 61 * minutes;
    EXPECT_EQ(ada.open("/school").path(), "/sign-in?then=%2Fschool");
    EXPECT_EQ(ada.open("/locked?then=%2Fschool%2Frooms").path(), "/sign-in?then=%2Fschool%2Frooms");
    auto const late =
        ada.post("/locked", Fields({{"password", std::string(right)}, {"then", "/school/rooms"}}));
    EXPECT_EQ(header(late, "Location"), "/sign-in?then=%2Fschool%2Frooms");
}

TEST_F(Lock, lets_somebody_else_sign_in) {
    locks_at("/school");
    auto const token = ada.cookie();
    ada.submit("/sign-out", {});
    EXPECT_EQ(ada.path(), "/sign-in");
    ada.keep_cookie(token);
    EXPECT_EQ(ada.open("/school").path(), "/sign-in?then=%2Fschool") << "the sign-in has ended";
}

TEST_F(Lock, asks_made_up_people_for_no_password_and_everybody_else_for_theirs) {
    app::Application served_as_demonstration{
        database.database(), {.secure_cookies = false, .demonstration = true}, [this] { return now; }};
    Browser browser{served_as_demonstration};
    browser.keep_cookie(school.administrator.token);
    browser.open("/school").submit(lock_at("/school"), {});
    EXPECT_FALSE(browser.shows("Go on as Ada Quinn"));
    browser.submit("/locked", {});
    EXPECT_EQ(browser.status(), 422) << "the data is not made up, whatever the server was told";

    database.change([&](db::Connection& db) {
        db.run("INSERT INTO installation (name, value) VALUES ('made_as', 'demonstration')");
    });
    browser.open("/school");
    EXPECT_TRUE(browser.shows("Go on as Ada Quinn"));
    EXPECT_FALSE(browser.shows("type=\"password\""));
    browser.submit("/locked", {});
    EXPECT_EQ(browser.path(), "/school");
}

}  // namespace
}  // namespace journeys
