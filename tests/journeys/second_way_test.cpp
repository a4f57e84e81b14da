// A school that demands more than a password: people are reminded, then led to where they add a second way,
// and nobody is locked out.
#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "base/words.hpp"
#include "journeys/browser.hpp"
#include "proofs/one_time_code.hpp"
#include "sign_in/app_store.hpp"
#include "support/passkey_device.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view password_of_ada = "seven quiet willows";
constexpr auto where_it_is_added = "/sign-ins/second-way";

class SecondWay : public testing::Test {
protected:
    SecondWay() {
        static auto const hash = secret::hash_of_password(password_of_ada);
        database.change([&](db::Connection& db) {
            db.run(
                "UPDATE account SET address = 'ada@alder.example', password_hash = $1 WHERE id = $2",
                hash,
                school.administrator.account
            );
        });
        ada.keep_cookie(school.administrator.token);
        device.person = school.administrator.account.text();
    }

    // The day that is so many days off.
    Browser& demands_it(std::string const& role, int days) {
        auto const day = calendar::iso(calendar::local_date(now) + days);
        return ada.open("/school/second-way")
            .send("/school/second-way", Fields({{"roles", role}, {"starts_on", day}}));
    }
    Browser& signs_in(Browser& browser, std::string const& then = "/") {
        return browser.open("/sign-in")
            .send(
                "/sign-in",
                Fields(
                    {{"address", "ada@alder.example"},
                     {"password", std::string(password_of_ada)},
                     {"then", then}}
                )
            );
    }
    void a_week_passes() { now = now + std::int64_t{7} * (24 * hours); }
    void is_also(visits::Role role) {
        database.change([&](db::Connection& db) {
            db.enter(school.school);
            db.run(
                "INSERT INTO role_held (school_id, id, staff_id, role, starts_on) VALUES ($1, $2, $3, $4, "
                "'2020-01-06')",
                school.school,
                Id<struct RoleHeldTag>::make(now),
                school.administrator.staff,
                role
            );
        });
    }

    static void sends(Browser& browser, std::string const& action, Fields const& said) {
        auto fields = said;
        auto const form = browser.filled_form(action, {}).value();
        for (auto const& [name, value] : form.entries())
            if (!said.has(name)) fields.add(name, value);
        browser.send_exactly(action, fields);
    }
    std::string challenge(Browser& browser, std::string const& purpose) {
        return browser.post("/passkey-challenges", Fields{{{"purpose", purpose}}}).body;
    }
    void adds_a_passkey() {
        ada.open("/sign-ins/passkeys/new");
        sends(ada, "/sign-ins/passkeys", device.made(challenge(ada, "make")));
        ASSERT_TRUE(ada.shows("The key on my ring")) << ada.body();
    }
    std::string code_of_app() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        auto const& account = school.administrator.account;
        auto const app = sign_in::store::app(db, account).value();
        auto const row = "authenticator_app " + std::string(account.text());
        auto const key = sealed::opened(sealed::Key{}, app.sealed_secret, row).value();
        return proofs::one_time_code(key, proofs::step_at(now));
    }

    // What a browser shows that asks at this host; of nobody without the cookie.
    std::string shown_at(std::string const& host, std::string const& path, bool signed_in = true) {
        auto request = school.get(school.administrator, path);
        std::erase_if(request.headers, [&](auto const& header) {
            return header.first == "host" || (header.first == "cookie" && !signed_in);
        });
        request.headers.emplace_back("host", host);
        return application.handle(request).body;
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
};

TEST_F(SecondWay, by_passkey_is_offered_at_the_name_alone_and_at_an_address_of_numbers_every_page_says_so) {
    auto const says_where = [&](std::string const& path, std::string const& offer, bool signed_in = true) {
        auto const by_number = shown_at("127.0.0.1:8080", path, signed_in);
        EXPECT_NE(by_number.find("open Withy at <strong>https://withy.test</strong>"), std::string::npos)
            << path << by_number;
        EXPECT_EQ(by_number.find(offer), std::string::npos) << path;
        auto const by_name = shown_at("withy.test", path, signed_in);
        EXPECT_EQ(by_name.find("address of numbers"), std::string::npos) << path;
        EXPECT_NE(by_name.find(offer), std::string::npos) << path << by_name;
    };
    demands_it("administrator", 3);
    says_where("/sign-ins/second-way", "/sign-ins/passkeys/new");
    says_where("/sign-ins", "/sign-ins/passkeys/new");
    says_where("/sign-in", "data-passkey", false);
    adds_a_passkey();
    database.change([&](db::Connection& db) {
        db.run("UPDATE sign_in SET proven_at = $1", now - 11 * minutes);
    });
    says_where("/prove?then=%2Fschool", "data-passkey");
    ada.open("/").submit("/lock", {});
    says_where("/locked", "data-passkey");
}

TEST_F(SecondWay, says_nothing_of_passkeys_at_numbers_to_who_has_none_and_is_asked_who_they_are) {
    ada.open("/").submit("/lock", {});
    auto const locked = shown_at("127.0.0.1:8080", "/locked");
    EXPECT_NE(locked.find("Sign out"), std::string::npos) << locked;
    EXPECT_EQ(locked.find("passkey"), std::string::npos) << locked;
}

TEST_F(SecondWay, is_reminded_of_before_its_day_and_stops_nobody) {
    ada.open("/school");
    EXPECT_TRUE(ada.shows("/school/second-way")) << "it is found under School";
    demands_it("administrator", 3);
    EXPECT_EQ(ada.path(), "/school/second-way");
    EXPECT_TRUE(ada.shows("Who needs a second way to sign in is saved.")) << ada.body();
    EXPECT_TRUE(ada.shows("Demanded from "));
    EXPECT_TRUE(ada.shows("1 person has none yet."));
    ada.open("/");
    EXPECT_TRUE(ada.shows("Add a second way to sign in")) << "on Today";
    EXPECT_TRUE(ada.shows("your school asks for a passkey or an authenticator app beside your password."));
    EXPECT_FALSE(ada.shows("from this day on"));
    ada.open("/sign-ins");
    EXPECT_TRUE(ada.shows("Your school asks for a second way to sign in"));
    EXPECT_TRUE(ada.shows("Until that day nothing changes."));
    EXPECT_EQ(ada.open("/school").path(), "/school");
    EXPECT_EQ(signs_in(elsewhere, "/school").path(), "/school");
}

TEST_F(SecondWay, is_asked_for_first_from_its_day_on_and_opens_everything_once_it_is_added) {
    demands_it("administrator", 3);
    a_week_passes();
    EXPECT_EQ(signs_in(ada, "/school").path(), where_it_is_added);
    EXPECT_TRUE(ada.shows("It takes about a minute.")) << ada.body();
    EXPECT_TRUE(ada.shows("It takes about three minutes."));
    for (auto const* const path : {"/", "/school", "/school/rooms", "/pupils", "/school/policy"})
        EXPECT_EQ(ada.open(path).path(), where_it_is_added) << path;
    EXPECT_EQ(ada.open("/referrals").status(), 404) << "that was never hers";
    ada.open(where_it_is_added).send("/school/rooms", Fields{{{"name", "The Nook"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_EQ(ada.open("/password").status(), 200);
    adds_a_passkey();
    EXPECT_FALSE(ada.shows("Your school asks for a second way to sign in"));
    EXPECT_EQ(ada.open("/").path(), "/");
    EXPECT_FALSE(ada.shows("Add a second way to sign in"));
    EXPECT_EQ(ada.open("/school/rooms").path(), "/school/rooms");
    EXPECT_FALSE(ada.shows("The Nook"));
    EXPECT_EQ(ada.open(where_it_is_added).path(), "/sign-ins") << "nothing is asked any more";
}

TEST_F(SecondWay, loses_nothing_of_a_form_that_was_sent_while_a_role_waited) {
    demands_it("administrator", 3);
    a_week_passes();
    signs_in(ada);
    ada.open(where_it_is_added).send("/school/rooms", Fields{{{"name", "The Nook by the stairs"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("What you typed is safe")) << ada.body();
    EXPECT_TRUE(ada.shows("The Nook by the stairs"));
    auto const again = ada.filled_form("/school/rooms", {});
    ASSERT_TRUE(again) << "it can be sent from here";
    ada.send_exactly("/school/rooms", *again);
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("The Nook by the stairs")) << "too early, and still there";
    auto const later = ada.filled_form("/school/rooms", {});
    ASSERT_TRUE(later);

    adds_a_passkey();  // in another tab
    EXPECT_FALSE(ada.open("/school/rooms").shows("The Nook by the stairs")) << "nothing was saved meanwhile";
    ada.send_exactly("/school/rooms", *later);
    EXPECT_EQ(ada.status(), 200) << ada.body();
    EXPECT_TRUE(ada.open("/school/rooms").shows("The Nook by the stairs"));
}

TEST_F(SecondWay, keeps_from_nobody_the_roles_that_do_not_demand_it) {
    is_also(visits::Role::senco);
    demands_it("administrator", 1);
    a_week_passes();
    EXPECT_EQ(signs_in(ada, "/referrals").path(), where_it_is_added) << "sent there once";
    EXPECT_EQ(ada.open("/referrals").path(), "/referrals");
    EXPECT_EQ(ada.open("/school").path(), where_it_is_added);
    ada.open("/");
    EXPECT_EQ(ada.path(), "/");
    EXPECT_TRUE(ada.shows("Add a second way to sign in"));
}

TEST_F(SecondWay, makes_the_password_worth_nothing_alone) {
    adds_a_passkey();
    demands_it("administrator", 1);
    a_week_passes();
    signs_in(elsewhere, "/school");
    EXPECT_EQ(elsewhere.status(), 422);
    EXPECT_EQ(elsewhere.cookie(), "");
    EXPECT_TRUE(elsewhere.shows("Sign in with your passkey.")) << elsewhere.body();
    elsewhere.open("/sign-in?then=%2Fschool");
    sends(elsewhere, "/sign-in/passkey", device.used(challenge(elsewhere, "sign_in")));
    EXPECT_EQ(elsewhere.path(), "/school");
}

TEST_F(SecondWay, stays_while_it_is_the_last_and_recovery_codes_still_open) {
    ada.open("/sign-ins").submit("/sign-ins/app", {});
    ada.submit("/sign-ins/app/confirmation", Fields{{{"code", code_of_app()}}});
    auto const recovery = ada.between("<code>", "</code>");
    ASSERT_FALSE(recovery.empty()) << ada.body();
    demands_it("administrator", 1);
    a_week_passes();
    signs_in(ada).submit("/sign-in/code", Fields{{{"code", recovery}}});
    EXPECT_EQ(ada.path(), "/");
    EXPECT_EQ(ada.status(), 200);
    ada.open("/sign-ins").submit("/sign-ins/app/removal", {});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("It was not taken away")) << ada.body();
    EXPECT_TRUE(ada.shows("Remove the authenticator app")) << "it is still there";
    adds_a_passkey();
    ada.submit("/sign-ins/app/removal", {});
    EXPECT_EQ(ada.answered(), 303) << "another is left";
    EXPECT_TRUE(ada.shows("Add an authenticator app"));
}

TEST_F(SecondWay, is_demanded_by_the_administrator_alone_and_from_tomorrow_at_the_earliest) {
    demands_it("administrator", 0);
    EXPECT_EQ(ada.status(), 422);
    demands_it("senco", 1);
    EXPECT_EQ(ada.status(), 200);
    ada.open("/school/second-way").send("/school/second-way", Fields{{{"roles", "senco"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_TRUE(ada.shows("Enter the day from which it is demanded"));
    for (auto const* const person : {&school.senco, &school.headteacher, &school.governor}) {
        Browser browser{application};
        browser.keep_cookie(person->token);
        EXPECT_EQ(browser.open("/school/second-way").status(), 404);
        browser.open("/sign-ins").send("/school/second-way", Fields{{{"roles", "senco"}}});
        EXPECT_EQ(browser.status(), 404);
    }
}

}  // namespace
}  // namespace journeys
