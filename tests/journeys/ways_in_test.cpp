// Signing in by more than a password: codes, recovery codes and passkeys; and showing again who is here.
#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "proofs/one_time_code.hpp"
#include "sign_in/store.hpp"
#include "support/passkey_device.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view right = "seven quiet willows";

std::string header(http::Response const& response, std::string_view wanted) {
    for (auto const& [name, value] : response.headers)
        if (name == wanted) return value;
    return {};
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

// base32 as an app reads it (RFC 4648).
std::string secret_of(std::string_view words) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    unsigned held = 0;
    int bits = 0;
    for (char const letter : words) {
        held = held << 5U | static_cast<unsigned>(letters.find(letter));
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>(held >> static_cast<unsigned>(bits) & 0xffU);
    }
    return bytes;
}

class WaysIn : public testing::Test {
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

    static Fields password(std::string_view then = "/") {
        return Fields(
            {{"address", "ada@alder.example"}, {"password", std::string(right)}, {"then", std::string(then)}}
        );
    }
    static Fields typed(std::string const& field, std::string const& words) {
        return Fields{{{field, words}}};
    }

    // What the telephone shows, some half minutes from now.
    std::string code(std::int64_t later = 0) const {
        return proofs::one_time_code(app_secret, proofs::step_at(now) + later);
    }
    void adds_an_app() {
        ada.open("/sign-ins").submit("/sign-ins/app", {});
        ASSERT_EQ(ada.path(), "/sign-ins/app");
        app_secret = secret_of(without_spaces(ada.between("Type this into the app: <strong>", "</strong>")));
        ada.submit("/sign-ins/app/confirmation", typed("code", code()));
        ASSERT_TRUE(ada.shows("Your recovery codes")) << ada.body();
        recovery_code = ada.between("<code>", "</code>");
        now = now + 1 * minutes;
    }
    // As the page's script does, which fills in what nobody types.
    static void sends(Browser& browser, std::string const& action, Fields const& said) {
        auto fields = said;
        auto const form = browser.filled_form(action, {}).value();
        for (auto const& [name, value] : form.entries())
            if (!said.has(name)) fields.add(name, value);
        browser.send_exactly(action, fields);
    }
    void adds_a_passkey() {
        device.person = school.administrator.account.text();
        ada.open("/sign-ins/passkeys/new");
        auto const challenge = ada.post("/passkey-challenges", typed("purpose", "make")).body;
        sends(ada, "/sign-ins/passkeys", device.made(challenge));
        ASSERT_TRUE(ada.shows("The key on my ring")) << ada.body();
    }
    // Sends the form of the open page with what the device says to a challenge for the purpose.
    void uses_the_passkey(Browser& browser, std::string const& action, std::string const& purpose) {
        auto const challenge = browser.post("/passkey-challenges", typed("purpose", purpose)).body;
        sends(browser, action, device.used(challenge));
    }
    // As if the last proof were eleven minutes old.
    void time_passes() {
        database.change([&](db::Connection& db) {
            db.run("UPDATE sign_in SET proven_at = $1", now - 11 * minutes);
        });
    }
    std::int64_t told(std::string const& kind) {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>("SELECT count(*) FROM account_act WHERE kind = $1", kind);
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now;
    app::Application application{
        database.database(),
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "https://withy.test",
         .sealing_key = sealed::Key{}},
        [this] { return now; }};
    Browser ada{application};
    Browser elsewhere{application, "198.51.100.7"};
    support::PasskeyDevice device{"https://withy.test"};
    std::string app_secret;
    std::string recovery_code;
};

TEST_F(WaysIn, a_code_is_asked_for_after_the_password_and_leads_to_where_the_person_wanted_to_go) {
    adds_an_app();
    elsewhere.open("/sign-in").send("/sign-in", password("/school/terms"));
    EXPECT_TRUE(elsewhere.shows("Enter the code"));
    EXPECT_EQ(elsewhere.cookie(), "") << "the password alone signs nobody in";
    elsewhere.submit("/sign-in/code", typed("code", "123456"));
    EXPECT_EQ(elsewhere.status(), 422);
    EXPECT_TRUE(elsewhere.shows("This code does not count"));
    EXPECT_EQ(elsewhere.cookie(), "");
    elsewhere.submit("/sign-in/code", typed("code", ""));
    EXPECT_TRUE(elsewhere.shows("Enter the code"));
    elsewhere.submit("/sign-in/code", typed("code", code()));
    EXPECT_EQ(elsewhere.path(), "/school/terms");
    EXPECT_EQ(elsewhere.status(), 200);
    EXPECT_EQ(told("recovery_code_used"), 0);
}

TEST_F(WaysIn, a_code_signs_in_once) {
    adds_an_app();
    for (bool const first : {true, false}) {
        Browser browser{application};
        browser.open("/sign-in").send("/sign-in", password("/school"));
        browser.submit("/sign-in/code", typed("code", code()));
        EXPECT_EQ(browser.status(), first ? 200 : 422);
    }
}

TEST_F(WaysIn, a_recovery_code_signs_in_once_and_is_told_of) {
    adds_an_app();
    for (bool const first : {true, false}) {
        Browser browser{application};
        browser.open("/sign-in").send("/sign-in", password("/school"));
        browser.submit("/sign-in/code", typed("code", recovery_code));
        EXPECT_EQ(browser.status(), first ? 200 : 422);
        EXPECT_EQ(told("recovery_code_used"), 1);
    }
    ada.open("/sign-ins");
    EXPECT_TRUE(ada.shows("9 recovery codes are left."));
}

TEST_F(WaysIn, whoever_looks_for_the_telephone_too_long_signs_in_anew) {
    adds_an_app();
    elsewhere.open("/sign-in").send("/sign-in", password());
    now = now + 10 * minutes;
    elsewhere.submit("/sign-in/code", typed("code", code()));
    EXPECT_EQ(elsewhere.status(), 422);
    EXPECT_TRUE(elsewhere.shows("That took longer than 10 minutes"));
    EXPECT_EQ(elsewhere.cookie(), "");
}

TEST_F(WaysIn, what_was_typed_before_the_sign_in_ended_waits_for_the_code_too) {
    adds_an_app();
    ada.open("/school/rooms");
    now = now + 61 * minutes;
    ada.submit("/school/rooms", typed("name", "The Nook by the hall"));
    ASSERT_TRUE(ada.shows("Sign in again to save this"));
    ada.submit("/sign-in", Fields({{"address", "ada@alder.example"}, {"password", std::string(right)}}));
    ASSERT_TRUE(ada.shows("Enter the code")) << ada.body();
    ada.submit("/sign-in/code", typed("code", code()));
    EXPECT_TRUE(ada.shows("The Nook by the hall"));
    ada.submit("/school/rooms", {});
    EXPECT_TRUE(ada.shows("The Nook by the hall"));
    EXPECT_EQ(ada.status(), 200);
}

TEST_F(WaysIn, an_app_is_taken_away_by_whoever_just_showed_who_they_are) {
    adds_an_app();
    ada.open("/sign-ins");
    time_passes();
    ada.submit("/sign-ins/app/removal", {});
    ASSERT_TRUE(ada.shows("Is it still you?")) << ada.body();
    EXPECT_EQ(told("app_removed"), 0);
    ada.submit("/prove", typed("code", code()));
    ada.submit("/sign-ins/app/removal", {});
    EXPECT_EQ(ada.path(), "/sign-ins");
    EXPECT_TRUE(ada.shows("Add an authenticator app"));
    EXPECT_EQ(told("app_removed"), 1);
    elsewhere.open("/sign-in").send("/sign-in", password("/school"));
    EXPECT_EQ(elsewhere.path(), "/school");
}

TEST_F(WaysIn, recovery_codes_are_made_anew) {
    adds_an_app();
    ada.open("/sign-ins").submit("/sign-ins/recovery-codes", {});
    auto const renewed = ada.between("<code>", "</code>");
    EXPECT_EQ(renewed.size(), recovery_code.size());
    EXPECT_NE(renewed, recovery_code);
}

TEST_F(WaysIn, an_app_that_nobody_adds_asks_for_nothing) {
    EXPECT_EQ(ada.open("/sign-ins/app").path(), "/sign-ins");
    ada.submit("/sign-ins/app", {});
    ada.submit("/sign-ins/app/confirmation", typed("code", "000"));
    EXPECT_EQ(ada.status(), 422);
    elsewhere.open("/sign-in").send("/sign-in", password("/school"));
    EXPECT_EQ(elsewhere.path(), "/school");
}

TEST_F(WaysIn, a_passkey_signs_in_without_password_and_code) {
    adds_an_app();
    adds_a_passkey();
    elsewhere.open("/sign-in?then=%2Fschool%2Fterms");
    uses_the_passkey(elsewhere, "/sign-in/passkey", "sign_in");
    EXPECT_EQ(elsewhere.path(), "/school/terms");
    EXPECT_EQ(elsewhere.status(), 200);
}

TEST_F(WaysIn, a_passkey_that_is_out_of_order_signs_nobody_in) {
    adds_a_passkey();
    elsewhere.open("/sign-in");
    device.flags = 1;
    uses_the_passkey(elsewhere, "/sign-in/passkey", "sign_in");
    EXPECT_EQ(elsewhere.status(), 422);
    EXPECT_TRUE(elsewhere.shows("The passkey did not work here"));
    EXPECT_EQ(elsewhere.cookie(), "");
}

TEST_F(WaysIn, a_passkey_whose_sign_in_was_refused_needs_another_challenge) {
    adds_a_passkey();
    elsewhere.open("/sign-in");
    auto const challenge = elsewhere.post("/passkey-challenges", typed("purpose", "sign_in")).body;
    device.flags = 1;
    sends(elsewhere, "/sign-in/passkey", device.used(challenge));
    device.flags = 5;
    sends(elsewhere, "/sign-in/passkey", device.used(challenge));
    EXPECT_EQ(elsewhere.status(), 422) << "it was used up by the first";
}

TEST_F(WaysIn, nobody_gets_a_challenge_in_the_name_of_somebody) {
    elsewhere.open("/sign-in");
    for (auto const* purpose : {"make", "prove", "anything", ""})
        EXPECT_EQ(elsewhere.post("/passkey-challenges", typed("purpose", purpose)).status, 404) << purpose;
}

TEST_F(WaysIn, a_passkey_opens_a_lock) {
    adds_a_passkey();
    ada.open("/school").submit("/lock?then=%2Fschool", {});
    ASSERT_EQ(ada.path(), "/locked?then=%2Fschool");
    uses_the_passkey(ada, "/locked", "prove");
    EXPECT_EQ(ada.path(), "/school");
    EXPECT_EQ(ada.status(), 200);
}

TEST_F(WaysIn, a_passkey_of_another_opens_no_lock) {
    adds_a_passkey();
    Browser priya{application};
    priya.keep_cookie(school.senco.token);
    priya.open("/").submit("/lock", {});
    auto const challenge = priya.post("/passkey-challenges", typed("purpose", "prove")).body;
    priya.send("/locked", device.used(challenge));
    EXPECT_EQ(priya.status(), 422);
    EXPECT_EQ(priya.get("/").status, 303);
}

TEST_F(WaysIn, a_passkey_is_removed_by_whoever_just_showed_who_they_are) {
    adds_a_passkey();
    ada.open("/sign-ins");
    auto const removal = ada.between("action=\"/sign-ins/passkeys/", "\"");
    time_passes();
    ada.submit("/sign-ins/passkeys/" + removal, {});
    ASSERT_TRUE(ada.shows("Is it still you?"));
    uses_the_passkey(ada, "/prove", "prove");
    ada.submit("/sign-ins/passkeys/" + removal, {});
    EXPECT_TRUE(ada.shows("You have no passkey yet.")) << ada.body();
    EXPECT_EQ(ada.post("/sign-ins/passkeys/nobodys/removal", {}).status, 404);
}

TEST_F(WaysIn, a_passkey_without_a_name_is_not_added) {
    ada.open("/sign-ins/passkeys/new");
    auto const challenge = ada.post("/passkey-challenges", typed("purpose", "make")).body;
    Fields nameless;
    auto const said = device.made(challenge);
    for (auto const& [name, value] : said.entries()) nameless.add(name, name == "name" ? "" : value);
    sends(ada, "/sign-ins/passkeys", nameless);
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("Enter a name for the passkey"));
}

TEST_F(WaysIn, passkeys_are_not_offered_where_browsers_take_none) {
    app::Application by_number{
        database.database(), {.secure_cookies = false, .public_address = "http://127.0.0.1:8080"}, [this] {
            return now;
        }};
    Browser browser{by_number};
    EXPECT_FALSE(browser.open("/sign-in").shows("passkey"));
    browser.keep_cookie(school.administrator.token);
    EXPECT_FALSE(browser.open("/sign-ins").shows("passkey"));
    EXPECT_EQ(browser.open("/sign-ins/passkeys/new").path(), "/sign-ins");
}

TEST_F(WaysIn, at_an_address_of_numbers_ones_own_sign_in_says_where_passkeys_are_given) {
    auto const asked_at = [&](app::Application& of, std::string const& host, std::string const& path) {
        auto request = school.get(school.administrator, path);
        for (auto& [name, value] : request.headers)
            if (name == "host") value = host;
        return of.handle(request);
    };
    auto const shows = [](http::Response const& page, std::string_view words) {
        return page.body.find(words) != std::string::npos;
    };
    app::Application on_loopback{
        database.database(), {.secure_cookies = false, .public_address = "http://localhost:8080"}, [this] {
            return now;
        }};
    auto const by_number = asked_at(on_loopback, "127.0.0.1:8080", "/sign-ins");
    EXPECT_TRUE(shows(by_number, "browsers give none to an address of numbers")) << by_number.body;
    EXPECT_TRUE(shows(by_number, "<strong>http://localhost:8080</strong>"));
    EXPECT_FALSE(shows(by_number, "/sign-ins/passkeys/new"));
    EXPECT_EQ(asked_at(on_loopback, "127.0.0.1:8080", "/sign-ins/passkeys/new").status, 303);

    auto const by_name = asked_at(on_loopback, "localhost:8080", "/sign-ins");
    EXPECT_TRUE(shows(by_name, "/sign-ins/passkeys/new")) << by_name.body;
    EXPECT_FALSE(shows(by_name, "address of numbers"));

    app::Application without_a_name{
        database.database(), {.secure_cookies = false, .public_address = "http://10.0.0.7:8080"}, [this] {
            return now;
        }};
    auto const nowhere = asked_at(without_a_name, "10.0.0.7:8080", "/sign-ins");
    EXPECT_TRUE(shows(nowhere, "Ask whoever runs Withy for an address that is a name")) << nowhere.body;
}

TEST_F(WaysIn, a_new_person_is_kept_until_it_is_shown_who_adds_them) {
    ada.open("/school/people/new");
    time_passes();
    ada.submit("/school/people", Fields({{"name", "Una Hale"}, {"address", "una@alder.example"}}));
    EXPECT_EQ(ada.status(), 422);
    ASSERT_TRUE(ada.shows("What you typed is safe")) << ada.body();
    ada.submit("/prove", typed("password", "wrong"));
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("This is not the password of Ada Quinn"));
    ada.submit("/prove", typed("password", std::string(right)));
    EXPECT_TRUE(ada.shows("Una Hale"));
    ada.submit("/school/people", {});
    EXPECT_TRUE(ada.path().starts_with("/school/people/")) << ada.path();
    EXPECT_TRUE(ada.shows("Una Hale"));

    ada.open("/school/people/new");
    ada.submit("/school/people", Fields({{"name", "Ned Pike"}, {"address", "ned@alder.example"}}));
    EXPECT_TRUE(ada.path().starts_with("/school/people/")) << "it was shown a moment ago";
}

// Each keeps what was typed: the page asks, and shows it again to be sent.
TEST_F(WaysIn, a_closure_and_a_parent_s_address_wait_until_it_is_shown_who_is_here) {
    time_passes();
    ada.open("/school/closures/new").submit("/school/closures", typed("name", "A burst pipe"));
    EXPECT_EQ(ada.status(), 422);
    ASSERT_TRUE(ada.shows("What you typed is safe")) << ada.body();
    ada.submit("/prove", typed("password", std::string(right)));
    EXPECT_TRUE(ada.shows("A burst pipe")) << ada.body();

    time_passes();
    auto const contact = "/pupils/" + std::string(school.sam.id.text()) + "/contacts";
    ada.open(contact + "/new")
        .submit(contact, Fields({{"name", "Jo Carter"}, {"address", "jo@example.test"}}));
    EXPECT_EQ(ada.status(), 422);
    ASSERT_TRUE(ada.shows("What you typed is safe")) << ada.body();
    ada.submit("/prove", typed("password", std::string(right)));
    EXPECT_TRUE(ada.shows("jo@example.test")) << ada.body();
}

TEST_F(WaysIn, a_page_that_asks_for_a_fresh_proof_opens_after_it) {
    time_passes();
    EXPECT_EQ(ada.open("/sign-ins/passkeys/new").path(), "/prove?then=%2Fsign-ins%2Fpasskeys%2Fnew");
    ada.submit("/prove", typed("password", std::string(right)));
    EXPECT_EQ(ada.path(), "/sign-ins/passkeys/new");
    EXPECT_EQ(ada.open("/prove?then=%2Fschool").path(), "/school");
}

TEST_F(WaysIn, wrong_proofs_pause_as_wrong_passwords_do) {
    time_passes();
    ada.open("/prove");
    for (int guess = 0; guess < 5; ++guess) ada.submit("/prove", typed("password", "wrong"));
    ada.submit("/prove", typed("password", std::string(right)));
    EXPECT_TRUE(ada.shows("too many tries")) << ada.body();
}

TEST_F(WaysIn, nothing_stays_in_the_browser_behind_a_lock_or_after_signing_out) {
    ada.open("/school");
    EXPECT_EQ(header(ada.get("/school"), "Cache-Control"), "no-store");
    EXPECT_EQ(header(ada.post("/lock", {}), "Clear-Site-Data"), "\"cache\", \"storage\"");
    EXPECT_EQ(header(ada.post("/sign-out", {}), "Clear-Site-Data"), "\"cache\", \"storage\"");
}

}  // namespace
}  // namespace journeys
