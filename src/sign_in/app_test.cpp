#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "base/secret.hpp"
#include "proofs/one_time_code.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/invitation_actions.hpp"
#include "sign_in/store.hpp"
#include "staff/account_act_store.hpp"
#include "staff/actions.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

class AnAuthenticatorApp : public testing::Test {
protected:
    Account account() { return *store::account(db, school.teacher_of_4b.account); }
    Attempt attempt() { return {account().address, "192.0.2.1", "", "ours"}; }

    // What the telephone shows, some half minutes from now.
    std::string code(std::int64_t later = 0) {
        auto const app = *store::app(db, account().id);
        auto const belongs_to = "authenticator_app " + std::string(account().id.text());
        auto const secret = *sealed::opened(visit.key(), app.sealed_secret, belongs_to);
        return proofs::one_time_code(secret, proofs::step_at(visit.now) + later);
    }
    std::vector<std::string> add_app() {
        actions::begin_app(visit);
        return *actions::confirm_app(visit, code());
    }
    bool counts(std::string_view typed) {
        return actions::prove_code(visit, account(), attempt(), typed).has_value();
    }
    std::vector<std::string> told() {
        std::vector<std::string> words;
        for (auto const& act : staff::store::unknown_to(db, school.school, school.senco.staff))
            words.emplace_back(word(act.kind));
        return words;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.teacher_of_4b);
};

TEST_F(AnAuthenticatorApp, counts_once_a_code_has_confirmed_it) {
    actions::begin_app(visit);
    auto const shown = *actions::app_to_add(visit);
    EXPECT_EQ(shown.secret.size(), 39U) << "160 bits in base32, in groups of four";
    EXPECT_TRUE(shown.address.starts_with("otpauth://totp/Withy%2C%20Alder%20Brook"));
    EXPECT_FALSE(actions::asks_for_code(visit, account().id));
    EXPECT_FALSE(actions::confirm_app(visit, code(5)));
    EXPECT_FALSE(actions::asks_for_code(visit, account().id));
    ASSERT_TRUE(actions::confirm_app(visit, code()));
    EXPECT_TRUE(actions::asks_for_code(visit, account().id));
    EXPECT_FALSE(actions::app_to_add(visit)) << "nobody reads its secret again";
}

TEST_F(AnAuthenticatorApp, that_was_not_confirmed_gives_way_to_another_and_one_that_counts_does_not) {
    actions::begin_app(visit);
    auto const first = *actions::app_to_add(visit);
    actions::begin_app(visit);
    EXPECT_NE(actions::app_to_add(visit)->secret, first.secret);
    ASSERT_TRUE(actions::confirm_app(visit, code()));
    auto const kept = store::app(db, account().id)->sealed_secret;
    actions::begin_app(visit);
    EXPECT_EQ(store::app(db, account().id)->sealed_secret, kept);
}

TEST_F(AnAuthenticatorApp, gives_codes_that_count_once) {
    add_app();
    EXPECT_FALSE(counts(code())) << "it was used to confirm the app";
    auto const next = code(1);
    EXPECT_TRUE(counts(next.substr(0, 3) + " " + next.substr(3)));
    EXPECT_FALSE(counts(next));
    visit.now = visit.now + 2 * proofs::step_length;
    EXPECT_TRUE(counts(code()));
}

TEST_F(AnAuthenticatorApp, lies_sealed_in_the_database) {
    actions::begin_app(visit);
    visit.sealing_key = sealed::new_key();
    EXPECT_THROW((void)actions::app_to_add(visit), std::runtime_error);
    visit.sealing_key.reset();
    EXPECT_THROW((void)actions::app_to_add(visit), std::bad_optional_access);
}

TEST_F(AnAuthenticatorApp, gives_the_same_codes_once_its_secret_is_sealed_with_another_key) {
    add_app();
    auto const before = visit.key();
    auto const next = sealed::new_key();
    EXPECT_EQ(actions::count_apps(db, before), 1);
    EXPECT_EQ(actions::seal_apps_again(db, before, next), 1);
    EXPECT_EQ(actions::count_apps(db, before), 0);
    EXPECT_EQ(actions::seal_apps_again(db, before, next), 0) << "what opens with another stays as it is";
    visit.sealing_key = next;
    EXPECT_TRUE(counts(code(1)));
    EXPECT_EQ(
        support::refused(
            db, "UPDATE authenticator_app SET sealed_secret = 'x' WHERE last_step > $1", school.school
        ),
        "secret_stands"
    ) << "the gates ask again";
}

TEST_F(AnAuthenticatorApp, comes_with_ten_recovery_codes_that_count_once_each) {
    auto const codes = add_app();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10U);
    EXPECT_EQ(codes.front().size(), 19U) << "80 bits in base32, in groups of four";
    EXPECT_TRUE(counts(codes[3]));
    EXPECT_FALSE(counts(codes[3]));
    auto capitals = codes[4];
    std::ranges::transform(capitals, capitals.begin(), [](char c) {
        return c == '-' ? ' ' : static_cast<char>(std::toupper(c));
    });
    EXPECT_TRUE(counts(capitals)) << capitals;
    EXPECT_EQ(store::recovery_codes_left(db, account().id), 8);
    auto const others = actions::renew_recovery_codes(visit);
    EXPECT_EQ(others.size(), 10U);
    EXPECT_FALSE(counts(codes[5]));
    EXPECT_TRUE(counts(others[5]));
}

TEST_F(AnAuthenticatorApp, keeps_no_recovery_code_that_could_be_read) {
    auto const codes = add_app();
    auto const kept = db.all<std::string>("SELECT code_hash FROM recovery_code");
    ASSERT_EQ(kept.size(), 10U);
    for (auto const& code : codes) EXPECT_EQ(std::ranges::count(kept, code), 0);
}

TEST_F(AnAuthenticatorApp, of_another_lends_no_codes) {
    auto const codes = add_app();
    auto const stranger = *store::account(db, school.teacher_of_5a.account);
    Attempt const theirs{stranger.address, "192.0.2.1", "", "theirs"};
    EXPECT_FALSE(actions::prove_code(visit, stranger, theirs, codes[0]));
    EXPECT_FALSE(actions::prove_code(visit, stranger, theirs, code(1)));
    EXPECT_TRUE(counts(codes[0]));
}

TEST_F(AnAuthenticatorApp, is_guessed_no_faster_than_a_password) {
    add_app();
    for (int guess = 0; guess < 5; ++guess) EXPECT_FALSE(counts("000000x"));
    auto const right = actions::prove_code(visit, account(), attempt(), code(1));
    ASSERT_FALSE(right);
    EXPECT_EQ(right.error().refusal, Refusal::paused);
    EXPECT_EQ(right.error().try_again_at, visit.now + 1 * minutes);
    visit.now = visit.now + 1 * minutes;
    EXPECT_TRUE(counts(code()));
    EXPECT_EQ(store::failures(db, secret::digest({"account", account().address})).count, 0);
}

// Whoever knows the password would otherwise begin anew after four guesses, for ever.
TEST_F(AnAuthenticatorApp, is_not_guessed_faster_with_the_right_password_in_between) {
    add_app();
    store::set_password(db, account().id, "its hash");
    for (int guess = 0; guess < 4; ++guess) EXPECT_FALSE(counts("000000x"));
    EXPECT_TRUE(actions::prove(visit, attempt(), "its hash"));
    EXPECT_FALSE(counts("000000x"));
    EXPECT_TRUE(actions::paused(visit, attempt()));
}

TEST_F(AnAuthenticatorApp, answers_every_wrong_code_alike) {
    auto const codes = add_app();
    ASSERT_TRUE(counts(codes[0]));
    auto const statements_of = [&](std::string_view typed) {
        auto const start = db.statements_run();
        auto const proven = actions::prove_code(visit, account(), attempt(), typed);
        EXPECT_EQ(in_words(proven.error()), in_words(Refused{Refusal::no_such_code})) << typed;
        return db.statements_run() - start;
    };
    auto const of_used = statements_of(codes[0]);
    EXPECT_EQ(statements_of("123"), of_used);
    EXPECT_EQ(statements_of(code()), of_used) << "used to confirm the app";
}

TEST_F(AnAuthenticatorApp, is_told_of_where_it_is_taken_away) {
    auto const codes = add_app();
    EXPECT_EQ(told(), std::vector<std::string>{});
    actions::remove_app(visit);
    EXPECT_FALSE(actions::asks_for_code(visit, account().id));
    EXPECT_FALSE(counts(codes[0]));
    EXPECT_EQ(told(), std::vector<std::string>{"app_removed"});
    actions::remove_app(visit);
    EXPECT_EQ(told().size(), 1U) << "there is none any more";
    EXPECT_TRUE(actions::renew_recovery_codes(visit).empty());
}

TEST_F(AnAuthenticatorApp, is_asked_for_ten_minutes_long_of_whoever_gave_the_password) {
    add_app();
    auto const token = actions::await_code(visit, account());
    visit.now = visit.now + 10 * minutes - 1;
    EXPECT_TRUE(actions::who_is_awaited(visit, token));
    EXPECT_FALSE(actions::who_is_awaited(visit, secret::new_token()));
    EXPECT_FALSE(actions::who_is_awaited(visit, ""));
    visit.now = visit.now + 1;
    EXPECT_FALSE(actions::who_is_awaited(visit, token));
}

TEST_F(AnAuthenticatorApp, is_awaited_no_more_once_there_is_another_password) {
    add_app();
    auto const token = actions::await_code(visit, account());
    actions::change_password(visit, account(), "another", "");
    EXPECT_FALSE(actions::who_is_awaited(visit, token));
}

TEST_F(AnAuthenticatorApp, goes_with_a_link_for_a_new_password) {
    add_app();
    auto administrator = school.visit(db, school.administrator);
    auto const token = staff::actions::invite(administrator, school.teacher_of_4b.staff)->token;
    auto invited = *actions::invited(visit, token);
    ASSERT_TRUE(actions::accept(visit, invited, token, "another"));
    EXPECT_FALSE(actions::asks_for_code(visit, account().id));
    EXPECT_EQ(store::recovery_codes_left(db, account().id), 0);
}

TEST_F(AnAuthenticatorApp, takes_no_code_twice_by_sql_either) {
    auto const codes = add_app();
    ASSERT_TRUE(counts(codes[0]));
    EXPECT_EQ(
        support::refused(
            db, "UPDATE authenticator_app SET last_step = last_step WHERE last_step > $1", school.school
        ),
        "code_was_used"
    );
    EXPECT_EQ(
        support::refused(db, "UPDATE recovery_code SET used_at = NULL WHERE used_at > $1", school.school),
        "code_was_used"
    );
    EXPECT_EQ(
        support::refused(
            db, "UPDATE authenticator_app SET sealed_secret = 'x' WHERE last_step > $1", school.school
        ),
        "secret_stands"
    );
}

}  // namespace
}  // namespace sign_in
