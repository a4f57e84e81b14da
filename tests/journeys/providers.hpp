#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "support/openid_provider.hpp"
#include "support/small_school.hpp"

namespace journeys {

using visits::ProviderKind;

inline constexpr auto tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601";
inline constexpr auto to_microsoft = "/sign-in/openid/microsoft";

inline std::string location_of(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

// Two schools, of which the first takes the word of a tenant at Microsoft and of a domain at Google; and both
// providers.
class Providers : public testing::Test {
protected:
    Providers() {
        priya.keep_cookie(school.senco.token);
        ada.keep_cookie(school.administrator.token);
    }

    // To the provider, where the person signs in: the path that leads back.
    static std::string goes(Browser& browser, support::OpenIdProvider& to, std::string_view path) {
        auto const response = browser.get(path);
        EXPECT_EQ(response.status, 303) << path << response.body;
        return to.sends_back(location_of(response));
    }
    // The link on the page of one's own sign-in.
    static std::string link_to_add(Browser& browser, std::string const& provider) {
        auto const path = "/sign-ins/openid/" + provider;
        return path + browser.open("/sign-ins").between("href=\"" + path, "\"");
    }
    void adds_microsoft(Browser& browser) {
        browser.open(goes(browser, microsoft, link_to_add(browser, "microsoft")));
        ASSERT_EQ(browser.path(), "/sign-ins") << browser.body();
    }
    // In a browser in which nobody is signed in.
    void comes_in(Browser& browser, std::string const& path = to_microsoft) {
        browser.open(goes(browser, microsoft, path));
    }
    void is_refused(Browser& browser, std::string_view words, std::string_view what) {
        EXPECT_EQ(browser.status(), 422) << what;
        EXPECT_TRUE(browser.shows(words)) << what << browser.body();
        EXPECT_EQ(browser.cookie(), "") << what;
    }
    void time_goes_by(std::int64_t milliseconds) {
        now = now + milliseconds;
        microsoft.is_asked_at(now);
        google.is_asked_at(now);
    }
    void has_password(support::Person const& person) {
        static auto const hash = secret::hash_of_password("seven quiet willows");
        auto& db = database.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.run("UPDATE account SET password_hash = $1 WHERE id = $2", hash, person.account);
        transaction.commit();
    }
    // The link of somebody's invitation.
    std::string invited(std::string const& name, std::string const& address) {
        ada.open("/school/people/new").send("/school/people", Fields({{"name", name}, {"address", address}}));
        auto const person = ada.path();
        ada.open(person + "/roles/new")
            .send(person + "/roles", Fields({{"role", "support_staff"}, {"starts_on", "2026-05-01"}}));
        ada.open(person).send(person + "/invitation", {});
        return "/invitations/" + ada.between("https://withy.test/invitations/", "<");
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    support::SmallSchool other{database, SchoolId{2}};
    Instant now = school.now;
    support::OpenIdProvider microsoft{ProviderKind::microsoft, now};
    support::OpenIdProvider google{ProviderKind::google, now};
    app::Application application{
        database.database(),
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "https://withy.test",
         .sealing_key = sealed::Key{},
         .providers = std::make_shared<visits::Providers const>(visits::Providers{
             microsoft.as_set({{SchoolId{1}, tenant}}), google.as_set({{SchoolId{1}, "school.example"}})})},
        [this] { return now; }};
    Browser priya{application};
    Browser ada{application};
    Browser elsewhere{application, "198.51.100.7"};
};

}  // namespace journeys
