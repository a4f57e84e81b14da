#include "sign_in/actions.hpp"

#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "sign_in/own_pages.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

constexpr std::string_view right = "seven quiet willows";

class SigningIn : public testing::Test {
protected:
    SigningIn() {
        static auto const hash = secret::hash_of_password(right);
        db::Transaction setting_up(db, db::Mode::write);
        db.run(
            "UPDATE account SET address = 'ada@x.example', password_hash = $1 WHERE id = $2",
            hash,
            school.administrator.account
        );
        setting_up.commit();
        db.begin(db::Mode::write);
    }
    ~SigningIn() override { db.rollback(); }

    struct Cost {
        std::int64_t preparing = 0;
        std::int64_t writing = 0;
        friend bool operator==(Cost const&, Cost const&) = default;
    };
    Cost cost_of_failing_as(std::string const& address, std::string const& from = "192.0.2.1") {
        Attempt const failing{address, from, ""};
        auto const start = db.statements_run();
        (void)actions::paused(visit, failing);
        auto const hash = actions::fitting_hash(visit, failing, "wrong password");
        auto const prepared = db.statements_run();
        EXPECT_FALSE(actions::prove(visit, failing, hash));
        return {prepared - start, db.statements_run() - prepared};
    }

    // Whose person comes in by a provider or a passkey alone, and one that was closed with its password.
    void two_accounts_that_no_password_opens() {
        auto const hash = store::account(db, "ada@x.example")->password_hash;
        constexpr db::Sql sql =
            "UPDATE account SET address = $1, password_hash = $2, closed_at = $3 WHERE id = $4";
        db.run(sql, "passkey@x.example", "", std::optional<Instant>(), school.senco.account);
        db.run(sql, "closed@x.example", hash, std::optional(visit.now), school.headteacher.account);
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    Visit visit = school.visit_of_nobody(db);
    Attempt const attempt{"ada@x.example", "192.0.2.1", "Firefox/128 (Windows)", "adas"};
};

TEST_F(SigningIn, an_unknown_address_asks_the_database_as_much_as_a_wrong_password) {
    for (int time = 0; time < 7; ++time)
        ASSERT_EQ(cost_of_failing_as("ada@x.example"), cost_of_failing_as("nobody@x.example")) << time;
}

// Trying is paused from the sixth on, by what was typed: as much for who has no account.
TEST_F(SigningIn, an_account_that_no_password_opens_asks_as_much_as_a_wrong_password_paused_or_not) {
    two_accounts_that_no_password_opens();
    for (int time = 0; time < 7; ++time) {
        auto const wrong = cost_of_failing_as("ada@x.example");
        ASSERT_EQ(wrong, cost_of_failing_as("nobody@x.example", "192.0.2.2")) << time;
        ASSERT_EQ(wrong, cost_of_failing_as("passkey@x.example", "192.0.2.3")) << time;
        ASSERT_EQ(wrong, cost_of_failing_as("closed@x.example", "192.0.2.4")) << time;
    }
    auto const until = actions::paused(visit, {"ada@x.example", "192.0.2.1", ""});
    ASSERT_TRUE(until);
    for (std::string const who : {"nobody", "passkey", "closed"})
        EXPECT_EQ(actions::paused(visit, {who + "@x.example", "192.0.2.9", ""}), until) << who;
}

TEST_F(SigningIn, no_password_opens_an_account_without_one_or_a_closed_one) {
    two_accounts_that_no_password_opens();
    for (std::string const address : {"passkey@x.example", "closed@x.example"})
        for (std::string_view const password : {right, std::string_view()}) {
            Attempt const trying{address, "192.0.2.1", ""};
            EXPECT_EQ(actions::fitting_hash(visit, trying, password), "") << address;
            EXPECT_FALSE(actions::prove(visit, trying, "")) << address;
        }
}

// Each verifies one Argon2id hash; without it an unknown address would answer a thousand times sooner.
TEST_F(SigningIn, an_unknown_address_and_one_that_no_password_opens_take_the_time_of_a_password) {
    two_accounts_that_no_password_opens();
    auto const time_of = [&](std::string const& address) {
        auto const start = std::chrono::steady_clock::now();
        (void)actions::fitting_hash(visit, {address, "192.0.2.1", ""}, "wrong password");
        return std::chrono::steady_clock::now() - start;
    };
    (void)time_of("ada@x.example");
    auto const known = std::min(time_of("ada@x.example"), time_of("ada@x.example"));
    for (std::string const address : {"nobody@x.example", "passkey@x.example", "closed@x.example"}) {
        auto const other = std::min(time_of(address), time_of(address));
        EXPECT_GT(other * 5, known) << address;
        EXPECT_GT(known * 5, other) << address;
    }
}

TEST_F(SigningIn, a_password_that_changed_between_the_two_halves_proves_nothing) {
    auto const hash = actions::fitting_hash(visit, attempt, right);
    ASSERT_FALSE(hash.empty());
    store::set_password(db, school.administrator.account, "another");
    auto const proven = actions::prove(visit, attempt, hash);
    ASSERT_FALSE(proven);
    EXPECT_EQ(proven.error().refusal, Refusal::wrong);
}

TEST_F(SigningIn, guesses_that_passed_preparation_together_are_paused_by_the_writer) {
    auto const hash = actions::fitting_hash(visit, attempt, right);
    for (int guess = 0; guess < 5; ++guess) EXPECT_FALSE(actions::prove(visit, attempt, ""));
    auto const proven = actions::prove(visit, attempt, hash);
    ASSERT_FALSE(proven);
    EXPECT_EQ(proven.error().refusal, Refusal::paused);
    EXPECT_EQ(proven.error().try_again_at, visit.now + 1 * minutes);
}

TEST_F(SigningIn, failures_are_forgotten_after_a_success_and_after_a_day) {
    for (int guess = 0; guess < 4; ++guess) EXPECT_FALSE(actions::prove(visit, attempt, ""));
    auto const hash = actions::fitting_hash(visit, attempt, right);
    EXPECT_TRUE(actions::prove(visit, attempt, hash));
    for (int guess = 0; guess < 4; ++guess) EXPECT_FALSE(actions::prove(visit, attempt, ""));
    EXPECT_FALSE(actions::paused(visit, attempt));
    visit.now = visit.now + 24 * hours;
    EXPECT_FALSE(actions::prove(visit, attempt, ""));
    EXPECT_FALSE(actions::paused(visit, attempt));
}

// Somebody else's wrong guesses pause an account, but not in the browser where its owner signs in.
TEST_F(SigningIn, a_browser_is_known_for_sixty_days) {
    auto const signed_in_at = visit.now;
    ASSERT_TRUE(actions::sign_in(visit, *store::account(db, "ada@x.example"), attempt));
    Attempt const elsewhere{"ada@x.example", "192.0.2.1", "", "another"};
    auto const is_paused_after = [&](std::int64_t time) {
        visit.now = signed_in_at + time;
        for (int guess = 0; guess < 5; ++guess) EXPECT_FALSE(actions::prove(visit, elsewhere, ""));
        EXPECT_TRUE(actions::paused(visit, elsewhere));
        return actions::paused(visit, attempt).has_value();
    };
    EXPECT_FALSE(is_paused_after(60 * (24 * hours)));
    EXPECT_TRUE(is_paused_after(61 * (24 * hours)));
}

// One pupil at the school's own network would keep all of its staff out.
TEST_F(SigningIn, nobody_is_kept_out_of_a_known_browser_by_what_fails_around_it) {
    ASSERT_TRUE(actions::sign_in(visit, *store::account(db, "ada@x.example"), attempt));
    for (int guess = 0; guess < 100; ++guess) {
        Attempt const made_up{std::to_string(guess) + "@x.example", attempt.from, "", "pupils"};
        (void)actions::prove(visit, made_up, "");
    }
    EXPECT_TRUE(actions::paused(visit, {"bea@x.example", attempt.from, "", "beas"}))
        << "the network is paused";
    EXPECT_TRUE(actions::prove(visit, attempt, actions::fitting_hash(visit, attempt, right)));
}

TEST_F(SigningIn, guesses_in_a_known_browser_are_paused_there_and_wherever_the_account_is_not_known) {
    ASSERT_TRUE(actions::sign_in(visit, *store::account(db, "ada@x.example"), attempt));
    for (int guess = 0; guess < 5; ++guess) EXPECT_FALSE(actions::prove(visit, attempt, ""));
    EXPECT_EQ(actions::paused(visit, attempt), visit.now + 1 * minutes);
    EXPECT_TRUE(actions::paused(visit, {"ada@x.example", "198.51.100.9", "", "another"}));
    EXPECT_FALSE(actions::paused(visit, {"bea@x.example", attempt.from, "", "adas"}));
}

TEST_F(SigningIn, a_token_that_withy_did_not_give_is_no_browsers) {
    EXPECT_NE(actions::browser_of(visit, "planted"), "planted");
    EXPECT_NE(actions::browser_of(visit, ""), "");
    ASSERT_TRUE(actions::sign_in(visit, *store::account(db, "ada@x.example"), attempt));
    EXPECT_EQ(actions::browser_of(visit, attempt.browser), attempt.browser);
}

TEST_F(SigningIn, a_new_password_leaves_only_its_own_browser_known) {
    auto const account = *store::account(db, "ada@x.example");
    auto const here = actions::sign_in(visit, account, attempt)->token;
    Attempt const left_behind{"ada@x.example", attempt.from, "", "left behind"};
    ASSERT_TRUE(actions::sign_in(visit, account, left_behind));
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_FALSE(actions::prove(visit, {"ada@x.example", "198.51.100.9", "", "another"}, ""));
    EXPECT_FALSE(actions::paused(visit, left_behind));
    auto adas = school.visit(db, school.administrator);
    actions::change_password(adas, account, "new", secret::hash_of_token(here));
    EXPECT_TRUE(actions::paused(visit, left_behind));
    EXPECT_FALSE(actions::paused(visit, attempt));
}

TEST_F(SigningIn, slips_at_ones_own_desk_pause_nothing_elsewhere_once_one_is_in) {
    ASSERT_TRUE(actions::sign_in(visit, *store::account(db, "ada@x.example"), attempt));
    auto const hash = actions::fitting_hash(visit, attempt, right);
    for (int day = 0; day < 6; ++day) {
        EXPECT_FALSE(actions::prove(visit, attempt, ""));
        EXPECT_TRUE(actions::prove(visit, attempt, hash));
    }
    EXPECT_FALSE(actions::paused(visit, {"ada@x.example", "198.51.100.9", "", "a new device"}));
}

TEST_F(SigningIn, goes_once_it_is_older_than_sixty_days) {
    auto const account = *store::account(db, "ada@x.example");
    auto const began = [&] {
        return db.all<Instant>("SELECT DISTINCT started_at FROM sign_in ORDER BY started_at");
    };
    auto const first = visit.now;
    ASSERT_TRUE(actions::sign_in(visit, account, attempt));
    auto const many_sign_in_after = [&](std::int64_t time) {
        visit.now = first + time;
        for (int time_of = 0; time_of < 300; ++time_of)
            ASSERT_TRUE(actions::sign_in(visit, account, attempt));
    };
    many_sign_in_after(60 * (24 * hours));
    EXPECT_EQ(began().front(), first);
    many_sign_in_after(60 * (24 * hours) + 1);
    EXPECT_EQ(began().front(), first + 60 * (24 * hours));
}

TEST_F(SigningIn, what_is_stored_of_tries_and_devices_names_no_address) {
    EXPECT_FALSE(actions::prove(visit, attempt, ""));
    EXPECT_EQ(
        db.the<std::int64_t>("SELECT count(*) FROM sign_in_failure WHERE what_hash LIKE '%ada%' OR what_hash "
                             "LIKE '%192.0%'"),
        0
    );
    EXPECT_EQ(db.the<std::int64_t>("SELECT count(*) FROM sign_in_failure"), 2);
}

TEST_F(SigningIn, a_person_of_two_schools_signs_in_where_they_were_last) {
    db.rollback();
    support::SmallSchool other(database, SchoolId{2});
    db.begin(db::Mode::write);
    db.enter(SchoolId{2});
    db.run(
        "UPDATE staff SET account_id = $1 WHERE school_id = 2 AND id = $2",
        school.administrator.account,
        other.administrator.staff
    );
    auto const account = *store::account(db, "ada@x.example");
    auto const first = actions::sign_in(visit, account, attempt);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->workplaces.size(), 2U);
    EXPECT_EQ(visit.school, SchoolId{1});

    ASSERT_TRUE(store::move_to(db, secret::hash_of_token(first->token), account.id, first->workplaces.at(1)));
    visit.now = visit.now + 1 * minutes;
    ASSERT_TRUE(actions::sign_in(visit, account, attempt));
    auto const device = store::devices(db, account.id, visit.now);
    EXPECT_EQ(device.at(0).in_words, "Firefox on Windows");
}

class Use : public SigningIn {
protected:
    std::int64_t seen_after(std::int64_t time) {
        store::note_seen(db, token_hash, began + time);
        return db.the<Instant>("SELECT seen_at FROM sign_in WHERE token_hash = $1", token_hash) - began;
    }

    std::string token_hash = secret::hash_of_token(school.administrator.token);
    Instant const began = visit.now;
};

TEST_F(Use, is_noted_within_an_hour_of_the_last_and_within_twelve_hours_of_the_first) {
    EXPECT_EQ(seen_after(60 * minutes), 0);
    for (auto time = 60 * minutes - 1; time < 12 * hours; time += 60 * minutes - 1)
        EXPECT_EQ(seen_after(time), time);
    EXPECT_EQ(seen_after(12 * hours - 1), 12 * hours - 1);
    EXPECT_EQ(seen_after(12 * hours), 12 * hours - 1);
}

TEST_F(Use, is_not_noted_once_the_person_signed_out) {
    EXPECT_EQ(seen_after(5 * minutes), 5 * minutes);
    store::end(db, school.administrator.account, token_hash, began + 6 * minutes);
    EXPECT_EQ(seen_after(10 * minutes), 5 * minutes);
}

class Locking : public SigningIn {
protected:
    Presence presence() { return store::presence(db, token_hash).value(); }

    std::string token_hash = secret::hash_of_token(school.administrator.token);
};

TEST_F(Locking, stands_from_its_first_moment_until_the_person_goes_on) {
    EXPECT_EQ(presence().locked_at, std::nullopt);
    store::lock(db, token_hash, visit.now);
    store::lock(db, token_hash, visit.now + 5 * minutes);
    EXPECT_EQ(presence().locked_at, visit.now);
    store::unlock(db, token_hash, visit.now + 9 * minutes);
    EXPECT_EQ(presence().locked_at, std::nullopt);
    EXPECT_EQ(presence().seen_at, visit.now + 9 * minutes);
}

TEST_F(Locking, leaves_other_devices_open) {
    auto const other = secret::hash_of_token(school.senco.token);
    store::lock(db, token_hash, visit.now);
    EXPECT_EQ(store::presence(db, other).value().locked_at, std::nullopt);
}

TEST_F(Locking, is_said_of_the_device_among_the_persons_own) {
    auto const locked = [&] {
        auto const page = pages::own_sign_in(
            visit.frame.guard,
            {.devices = store::devices(db, school.administrator.account, visit.now),
             .this_token_hash = token_hash}
        );
        return page.main.markup().find(">Locked<") != std::string::npos;
    };
    EXPECT_FALSE(locked());
    store::lock(db, token_hash, visit.now);
    EXPECT_TRUE(locked());
    store::unlock(db, token_hash, visit.now);
    EXPECT_FALSE(locked());
}

TEST(YourOwnSignIn, says_of_e_mail_about_changes_only_where_it_is_sent) {
    auto const says_so = [](bool is_told_by_mail) {
        auto const page = pages::own_sign_in(
            {},
            {.changes = {Changed{}}, .is_told_by_mail = is_told_by_mail, .devices = {}, .this_token_hash = {}}
        );
        return page.main.markup().find("You are told of each by e-mail too.") != std::string::npos;
    };
    EXPECT_TRUE(says_so(true));
    EXPECT_FALSE(says_so(false));
}

// Whoever looks at the lock is not who left; the hour without use goes on.
TEST_F(Locking, counts_no_use) {
    auto const seen_at = presence().seen_at;
    store::lock(db, token_hash, visit.now);
    store::note_seen(db, token_hash, visit.now + 30 * minutes);
    EXPECT_EQ(presence().seen_at, seen_at);
    EXPECT_FALSE(still_signed_in(presence(), seen_at + 60 * minutes));
}

}  // namespace
}  // namespace sign_in
