#include <gtest/gtest.h>

#include "app/start.hpp"
#include "journeys/browser.hpp"
#include "support/test_database.hpp"

namespace journeys {
namespace {

constexpr std::string_view password = "seven quiet willows";

class FirstRun : public testing::Test {
protected:
    Fields set_up_form(std::string const& with_code) const {
        return Fields(
            {{"code", with_code},
             {"school_name", "Brook Lane Junior School"},
             {"telephone", "01234 567890"},
             {"name", "Ada Quinn"},
             {"address", "Ada@brook.example"},
             {"password", std::string(password)}}
        );
    }

    void set_up() { browser.open("/set-up").send("/set-up", set_up_form(code)); }

    // Adds a person and gives back their page.
    std::string add_person(std::string const& name, std::string const& address) {
        browser.open("/school/people/new")
            .send("/school/people", Fields({{"name", name}, {"address", address}}));
        return browser.path();
    }

    void give_role(std::string const& person, std::string const& role) {
        browser.open(person + "/roles/new")
            .send(person + "/roles", Fields({{"role", role}, {"starts_on", "2026-05-01"}}));
    }

    // Makes an invitation and gives back its path.
    std::string invite(std::string const& person) {
        browser.open(person).send(person + "/invitation", {});
        return "/invitations/" + browser.between("http://withy.test/invitations/", "<");
    }

    support::TestDatabase database;
    std::string code = *app::setup_code(database.database());
    Instant now{1'778'576'400'000};  // Tuesday 12 May 2026
    app::Application application{
        database.database(),
        {.secure_cookies = false, .demonstration = false, .public_address = "http://withy.test"},
        [this] { return now; }};
    Browser browser{application};
};

TEST_F(FirstRun, while_there_is_no_school_every_way_leads_to_setting_one_up) {
    EXPECT_EQ(browser.open("/sign-in").path(), "/set-up");
    EXPECT_EQ(browser.open("/school").path(), "/set-up");
    EXPECT_EQ(browser.status(), 200);
}

TEST_F(FirstRun, the_code_of_the_terminal_makes_the_school_and_signs_its_administrator_in) {
    set_up();
    EXPECT_EQ(browser.path(), "/school");
    EXPECT_TRUE(browser.shows("Brook Lane Junior School"));
    EXPECT_TRUE(browser.shows("Getting ready"));
    EXPECT_TRUE(browser.shows("Ada Quinn"));
    EXPECT_TRUE(browser.shows("Check the policy&#39;s number"));
    browser.open("/school/policy");
    EXPECT_TRUE(browser.shows("Version 1 "));
    EXPECT_FALSE(browser.shows("Version 1.3"));
}

TEST_F(FirstRun, another_code_makes_nothing_and_loses_nothing_that_was_typed) {
    browser.open("/set-up").send("/set-up", set_up_form("another"));
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("not the code"));
    EXPECT_TRUE(browser.shows("Brook Lane Junior School"));
    EXPECT_FALSE(browser.shows(password));
    EXPECT_EQ(browser.open("/sign-in").path(), "/set-up");
}

TEST_F(FirstRun, guessing_the_code_pauses_who_guesses_even_with_the_right_one_and_nobody_else) {
    Browser stranger{application, "192.0.2.2"};
    for (int guess = 0; guess < 20; ++guess) stranger.open("/set-up").send("/set-up", set_up_form("another"));
    stranger.open("/set-up").send("/set-up", set_up_form(code));
    EXPECT_TRUE(stranger.shows("too many tries"));
    set_up();
    EXPECT_EQ(browser.path(), "/school");
}

TEST_F(FirstRun, who_guessed_too_often_may_try_again_later) {
    for (int guess = 0; guess < 20; ++guess) browser.open("/set-up").send("/set-up", set_up_form("another"));
    set_up();
    EXPECT_TRUE(browser.shows("too many tries"));
    now = now + 1 * minutes;
    set_up();
    EXPECT_EQ(browser.path(), "/school");
}

TEST_F(FirstRun, the_code_ends_with_its_first_use) {
    set_up();
    Browser another{application, "192.0.2.2"};
    another.send("/set-up", set_up_form(code));
    EXPECT_TRUE(another.cookie().empty());
    EXPECT_EQ(app::setup_code(database.database()), std::nullopt);
}

TEST_F(FirstRun, the_first_administrator_invites_a_second_who_runs_the_school) {
    set_up();
    auto const grace = add_person("Grace Moor", "grace@brook.example");
    give_role(grace, "administrator");
    auto const link = invite(grace);
    ASSERT_GT(link.size(), std::string("/invitations/").size());

    Browser second{application, "192.0.2.2"};
    second.open(link);
    EXPECT_TRUE(second.shows("grace@brook.example"));
    second.send(link, Fields{{{"password", "nine slow rivers"}}});
    EXPECT_EQ(second.open("/school/people").status(), 200);
    EXPECT_TRUE(second.shows("Ada Quinn"));
}

TEST_F(FirstRun, an_invitation_that_was_used_is_refused_the_second_time) {
    set_up();
    auto const link = invite(add_person("Grace Moor", "grace@brook.example"));
    Browser second{application, "192.0.2.2"};
    second.open(link).send(link, Fields{{{"password", "nine slow rivers"}}});

    Browser third{application, "192.0.2.3"};
    EXPECT_EQ(third.open(link).status(), 410);
    third.send(link, Fields{{{"password", "my own long password"}}});
    EXPECT_EQ(third.status(), 410);
    EXPECT_TRUE(third.cookie().empty());
}

TEST_F(FirstRun, a_newer_invitation_a_withdrawn_one_and_two_weeks_end_a_link) {
    set_up();
    auto const grace = add_person("Grace Moor", "grace@brook.example");
    auto const first = invite(grace);
    auto const second = invite(grace);
    Browser guest{application, "192.0.2.2"};
    EXPECT_EQ(guest.open(first).status(), 410);
    EXPECT_EQ(guest.open(second).status(), 200);

    browser.open(grace).send(grace + "/invitation/revocation", {});
    EXPECT_EQ(guest.open(second).status(), 410);

    auto const third = invite(grace);
    now = now + 14 * 24 * hours;
    EXPECT_EQ(guest.open(third).status(), 410);
    EXPECT_EQ(guest.open("/invitations/nothing").status(), 404);
}

TEST_F(FirstRun, a_short_or_own_password_is_refused_with_what_to_do) {
    set_up();
    auto const link = invite(add_person("Grace Moor", "grace@brook.example"));
    Browser guest{application, "192.0.2.2"};
    guest.open(link).send(link, Fields{{{"password", "short"}}});
    EXPECT_EQ(guest.status(), 422);
    EXPECT_TRUE(guest.shows("12 characters or more"));
    guest.send(link, Fields{{{"password", "grace@brook.example"}}});
    EXPECT_EQ(guest.status(), 422);
    EXPECT_TRUE(guest.shows("too close to your e-mail address"));
}

TEST_F(FirstRun, a_person_who_forgot_the_password_gets_a_link_for_a_new_one) {
    set_up();
    auto const grace = add_person("Grace Moor", "grace@brook.example");
    give_role(grace, "support_staff");
    auto const link = invite(grace);
    Browser guest{application, "192.0.2.2"};
    guest.open(link).send(link, Fields{{{"password", "nine slow rivers"}}});

    auto const again = invite(grace);
    Browser other{application, "192.0.2.3"};
    other.open(again);
    EXPECT_TRUE(other.shows("Choose a new password"));
    other.send(again, Fields{{{"password", "eleven calm harbours"}}});
    EXPECT_FALSE(other.cookie().empty());
    EXPECT_EQ(guest.open("/sign-ins").path().substr(0, 8), "/sign-in");
    EXPECT_FALSE(guest.shows("This device"));
}

}  // namespace
}  // namespace journeys
