#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "sign_in/store.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view right = "seven quiet willows";

class SignIn : public testing::Test {
protected:
    void SetUp() override {
        static auto const hash = secret::hash_of_password(right);
        database.change([&](db::Connection& db) {
            for (auto const& [address, person] :
                 {std::pair{"ada@alder.example", &school.administrator},
                  {"priya@alder.example", &school.senco}})
                db.run(
                    "UPDATE account SET address = $1, password_hash = $2 WHERE id = $3",
                    address,
                    hash,
                    person->account
                );
        });
    }

    static Fields form(std::string_view address, std::string_view password, std::string_view then = "/") {
        return Fields(
            {{"address", std::string(address)},
             {"password", std::string(password)},
             {"then", std::string(then)}}
        );
    }

    void fail(Browser& browser, int times, std::string_view address = "ada@alder.example") {
        for (int i = 0; i < times; ++i) browser.open("/sign-in").send("/sign-in", form(address, "wrong"));
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

TEST_F(SignIn, the_right_password_leads_to_where_the_person_wanted_to_go) {
    EXPECT_EQ(ada.open("/school").path(), "/sign-in?then=%2Fschool");
    ada.send("/sign-in", form("ADA@alder.example ", right, "/school"));
    EXPECT_EQ(ada.path(), "/school");
    EXPECT_EQ(ada.status(), 200);
}

TEST_F(SignIn, it_never_leads_to_another_website) {
    for (std::string_view const elsewhere :
         {"https://elsewhere.example",
          "//elsewhere.example",
          "/\\elsewhere.example",
          "javascript:alert(1)"}) {
        Browser browser{application};
        auto const response = browser.post("/sign-in", form("ada@alder.example", right, elsewhere));
        EXPECT_EQ(response.status, 303);
        EXPECT_EQ(response.headers.at(0).second, "/") << elsewhere;
    }
}

TEST_F(SignIn, the_cookie_is_kept_from_scripts_and_other_sites_and_asks_for_https_but_on_loopback) {
    auto const cookie_of = [&](bool secure, int which = 0) {
        app::Application other{database.database(), {.secure_cookies = secure}, [this] { return now; }};
        auto const response = Browser(other).post("/sign-in", form("ada@alder.example", right));
        for (auto const& [name, value] : response.headers)
            if (name == "Set-Cookie" && which-- == 0) return value;
        return std::string();
    };
    EXPECT_NE(cookie_of(true).find("; HttpOnly; SameSite=Lax; Secure"), std::string::npos);
    EXPECT_NE(cookie_of(false).find("; HttpOnly; SameSite=Lax"), std::string::npos);
    EXPECT_EQ(cookie_of(false).find("Secure"), std::string::npos);
    EXPECT_NE(cookie_of(true, 1).find("withy-browser="), std::string::npos);
    EXPECT_NE(cookie_of(true, 1).find("; HttpOnly; SameSite=Lax; Secure"), std::string::npos);
    EXPECT_NE(cookie_of(true, 1).find("; Max-Age=5184000"), std::string::npos);
}

TEST_F(SignIn, a_wrong_password_and_an_unknown_address_get_the_same_answer) {
    fail(ada, 1);
    auto const wrong = ada.between("<main", "</main>");
    EXPECT_EQ(ada.status(), 422);
    Browser other{application};
    other.open("/sign-in").send("/sign-in", form("ada@alder.example", "wrong"));
    fail(other, 1, "nobody@alder.example");
    auto unknown = other.between("<main", "</main>");
    for (auto at = unknown.find("nobody@"); at != std::string::npos; at = unknown.find("nobody@"))
        unknown.replace(at, 7, "ada@");
    auto const without_once = [](std::string text) {
        auto const at = text.find("name=\"once\"");
        return at == std::string::npos ? text : text.erase(at, 60);
    };
    EXPECT_EQ(without_once(wrong), without_once(unknown));
}

TEST_F(SignIn, five_failures_pause_the_account_for_a_minute_and_then_for_longer) {
    fail(ada, 5);
    ada.send("/sign-in", form("ada@alder.example", right));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("too many tries. Try again after 10:02"));

    now = now + 1 * minutes;
    fail(ada, 1);
    now = now + 1 * minutes;
    ada.send("/sign-in", form("ada@alder.example", right));
    EXPECT_EQ(ada.status(), 422);
    now = now + 1 * minutes;
    ada.send("/sign-in", form("ada@alder.example", right, "/school"));
    EXPECT_EQ(ada.path(), "/school");
}

TEST_F(SignIn, trying_during_the_pause_does_not_lengthen_it) {
    fail(ada, 5);
    fail(ada, 10);
    now = now + 1 * minutes;
    ada.send("/sign-in", form("ada@alder.example", right, "/school"));
    EXPECT_EQ(ada.path(), "/school");
}

TEST_F(SignIn, an_unknown_account_is_paused_like_any_other) {
    fail(ada, 6, "nobody@alder.example");
    EXPECT_TRUE(ada.shows("too many tries"));
}

TEST_F(SignIn, nobody_elsewhere_can_keep_a_person_out_of_their_usual_place) {
    ada.open("/sign-in").send("/sign-in", form("ada@alder.example", right));
    ada.open("/sign-ins").send("/sign-out", {});

    Browser stranger{application, "198.51.100.7"};
    fail(stranger, 8);
    EXPECT_TRUE(stranger.shows("too many tries"));
    ada.open("/sign-in").send("/sign-in", form("ada@alder.example", right, "/school"));
    EXPECT_EQ(ada.path(), "/school");
}

TEST_F(SignIn, an_address_that_guesses_at_many_accounts_is_paused_even_with_a_right_password) {
    auto& db = database.connection();
    for (int i = 0; i < 19; ++i)
        sign_in::store::add_failure(db, secret::digest({"address", "192.0.2.1"}), now, now - 1 * hours);
    fail(ada, 1, "somebody@alder.example");
    ada.send("/sign-in", form("priya@alder.example", right));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("Try again after"));
    Browser elsewhere{application, "198.51.100.7"};
    elsewhere.send("/sign-in", form("priya@alder.example", right, "/sign-ins"));
    EXPECT_EQ(elsewhere.path(), "/sign-ins");
}

TEST_F(SignIn, what_was_typed_when_the_time_was_over_can_be_sent_after_signing_in) {
    ada.send("/sign-in", form("ada@alder.example", right));
    ada.open("/school/rooms");
    now = now + 61 * minutes;
    ada.send("/school/rooms", Fields{{{"name", "The Reading Nook"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("What you typed is safe"));

    ada.send(
        "/sign-in",
        Fields(
            {{"address", "ada@alder.example"},
             {"password", std::string(right)},
             {"carried-path", "/school/rooms"},
             {"carried:name", "The Reading Nook"}}
        )
    );
    EXPECT_TRUE(ada.shows("The Reading Nook"));
    ada.send("/school/rooms", Fields{{{"name", "The Reading Nook"}}});
    EXPECT_EQ(ada.path(), "/school/rooms");
    EXPECT_TRUE(ada.shows("Close The Reading Nook"));
}

TEST_F(SignIn, a_password_is_no_part_of_a_page_that_carries_what_was_typed) {
    ada.send("/sign-in", form("ada@alder.example", right));
    ada.open("/password");
    auto const typed = *ada.filled_form(
        "/password", Fields({{"old", std::string(right)}, {"password", "nine slow rivers"}})
    );
    auto of_another_visit = Fields{{{"csrf", "of another"}}};
    for (auto const& [name, value] : typed.entries())
        if (name != "csrf") of_another_visit.add(name, value);
    auto const waited_too_long = ada.post_exactly("/password", of_another_visit);
    now = now + 61 * minutes;
    auto const signed_out = ada.post_exactly("/password", typed);
    for (auto const& answer : {waited_too_long, signed_out}) {
        EXPECT_EQ(answer.status, 422);
        EXPECT_EQ(answer.body.find(right), std::string::npos);
        EXPECT_EQ(answer.body.find("nine slow rivers"), std::string::npos);
    }
}

TEST_F(SignIn, signing_out_ends_this_device_and_no_other) {
    Browser tablet{application};
    ada.send("/sign-in", form("ada@alder.example", right));
    tablet.send("/sign-in", form("ada@alder.example", right));
    ada.open("/sign-ins");
    EXPECT_TRUE(ada.shows("Firefox on Windows"));
    auto const cookie = ada.cookie();
    ada.send("/sign-out", {});
    EXPECT_EQ(ada.path(), "/sign-in");
    ada.keep_cookie(cookie);
    EXPECT_EQ(ada.open("/school").path(), "/sign-in?then=%2Fschool");
    EXPECT_EQ(tablet.open("/school").path(), "/school");
}

TEST_F(SignIn, signing_out_everywhere_ends_every_device) {
    Browser tablet{application};
    ada.send("/sign-in", form("ada@alder.example", right));
    tablet.send("/sign-in", form("ada@alder.example", right));
    ada.open("/sign-ins").send("/sign-ins/end-all", {});
    EXPECT_EQ(tablet.open("/school").path(), "/sign-in?then=%2Fschool");
    EXPECT_EQ(ada.open("/school").path(), "/sign-in?then=%2Fschool");
}

TEST_F(SignIn, one_device_can_be_signed_out_from_another_but_only_by_its_owner) {
    Browser tablet{application};
    Browser priya{application};
    ada.send("/sign-in", form("ada@alder.example", right));
    tablet.send("/sign-in", form("ada@alder.example", right));
    priya.send("/sign-in", form("priya@alder.example", right));
    auto const device = secret::hash_of_token(tablet.cookie());
    priya.open("/sign-ins").send("/sign-ins/end", Fields{{{"device", device}}});
    EXPECT_EQ(tablet.open("/school").path(), "/school");
    ada.open("/sign-ins").send("/sign-ins/end", Fields{{{"device", device}}});
    EXPECT_EQ(tablet.open("/school").path(), "/sign-in?then=%2Fschool");
    EXPECT_EQ(ada.open("/school").path(), "/school");
}

TEST_F(SignIn, a_new_password_needs_the_old_one_and_signs_other_devices_out) {
    Browser tablet{application};
    ada.send("/sign-in", form("ada@alder.example", right));
    tablet.send("/sign-in", form("ada@alder.example", right));

    ada.open("/password").send("/password", Fields({{"old", "wrong"}, {"password", "nine slow rivers"}}));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("not the password that you use now"));
    EXPECT_EQ(tablet.open("/school").path(), "/school");

    ada.send("/password", Fields({{"old", std::string(right)}, {"password", "nine slow rivers"}}));
    EXPECT_EQ(ada.path(), "/sign-ins");
    EXPECT_EQ(ada.status(), 200);
    EXPECT_EQ(tablet.open("/school").path(), "/sign-in?then=%2Fschool");
    tablet.send("/sign-in", form("ada@alder.example", "nine slow rivers", "/school"));
    EXPECT_EQ(tablet.path(), "/school");
}

TEST_F(SignIn, the_last_administrator_neither_leaves_nor_loses_the_role) {
    ada.send("/sign-in", form("ada@alder.example", right));
    auto const page = "/school/people/" + std::string(school.administrator.staff.text());
    ada.open(page + "/leaving").send(page + "/leaving", Fields{{{"left_on", "2026-05-12"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("Nobody else could run the school"));
    EXPECT_EQ(ada.open("/school").path(), "/school");
}

TEST_F(SignIn, who_leaves_is_signed_out_with_the_day) {
    Browser priya{application};
    ada.send("/sign-in", form("ada@alder.example", right));
    priya.send("/sign-in", form("priya@alder.example", right));
    EXPECT_EQ(priya.open("/sign-ins").status(), 200);
    auto const page = "/school/people/" + std::string(school.senco.staff.text());
    ada.open(page + "/leaving").send(page + "/leaving", Fields{{{"left_on", "2026-05-12"}}});
    EXPECT_EQ(ada.path(), page);
    EXPECT_EQ(priya.open("/sign-ins").path(), "/sign-in?then=%2Fsign-ins");
    priya.send("/sign-in", form("priya@alder.example", right));
    EXPECT_TRUE(priya.shows("leads to no school"));
}

}  // namespace
}  // namespace journeys
