#include <gtest/gtest.h>

#include <algorithm>

#include "base/secret.hpp"
#include "records/store.hpp"
#include "sign_in/openid_actions.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/openid_store.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

class AProviderOfMine : public testing::Test {
protected:
    static Identity identity(std::string subject = "me", ProviderKind provider = ProviderKind::microsoft) {
        return {
            .provider = provider,
            .issuer = "https://login.example/a-tenant/v2.0",
            .subject = std::move(subject),
            .realm = "a-tenant",
            .name = "me@school.example"};
    }
    AccountId const& mine() const { return school.senco.account; }
    bool adds(Identity const& whom) { return actions::add_tie(visit, mine(), whom).has_value(); }
    Errand errand() const {
        return {
            .provider = ProviderKind::microsoft,
            .purpose = ErrandPurpose::add,
            .began_at = visit.now,
            .state = "a state",
            .nonce = "a nonce",
            .verifier = "a verifier",
            .account = std::string(mine().text())};
    }
    std::string carried() const { return sealed::seal(visit.key(), text_of(errand()), "errand"); }
    // With the school's number at $1.
    std::string refused(db::Sql const& sql) { return support::refused(db, sql, school.school); }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    support::SmallSchool other{database, SchoolId{2}};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = [this] {
        auto made = school.visit(db, school.senco);
        made.public_address = "https://withy.test";
        made.providers = std::make_shared<visits::Providers const>(visits::Providers{
            {.kind = ProviderKind::microsoft,
             .address = "https://login.example",
             .client = "withy",
             .secret = "hush",
             .realms = {{SchoolId{1}, "a-tenant"}}}});
        return made;
    }();
};

TEST_F(AProviderOfMine, leads_to_my_account_by_issuer_and_subject) {
    ASSERT_TRUE(adds(identity()));
    EXPECT_EQ(actions::account_of(visit, identity())->id, mine());
    EXPECT_EQ(store::ties(db, mine()).at(0).used_at, visit.now);
    EXPECT_FALSE(actions::account_of(visit, identity("somebody else")));
    auto elsewhere = identity();
    elsewhere.issuer = "https://login.example/another/v2.0";
    EXPECT_FALSE(actions::account_of(visit, elsewhere)) << "the same subject of another issuer";
}

TEST_F(AProviderOfMine, is_one_account_there_and_the_last_that_i_added) {
    ASSERT_TRUE(adds(identity()));
    ASSERT_TRUE(adds(identity())) << "twice changes nothing";
    ASSERT_TRUE(adds(identity("another of mine")));
    auto const ties = store::ties(db, mine());
    ASSERT_EQ(ties.size(), 1U);
    EXPECT_EQ(ties[0].subject, "another of mine");
    auto const records = records::store::all(db, school.school);
    EXPECT_EQ(std::ranges::count(records, "openid_tie", &records::Entry::subject), 3)
        << "added, ended, added";
}

TEST_F(AProviderOfMine, of_a_realm_that_the_school_is_not_set_for_is_refused) {
    auto strange = identity();
    strange.realm = "another-tenant";
    EXPECT_EQ(actions::add_tie(visit, mine(), strange).error().refusal, OpenIdRefusal::another_school);
    auto theirs = other.visit(db, other.senco);
    theirs.providers = visit.providers;
    EXPECT_EQ(
        actions::add_tie(theirs, other.senco.account, identity()).error().refusal,
        OpenIdRefusal::another_school
    );
    EXPECT_TRUE(actions::providers_here(theirs).empty());
}

TEST_F(AProviderOfMine, is_there_on_https_alone_and_with_a_key_to_seal_errands) {
    EXPECT_EQ(actions::providers_here(visit), std::vector{ProviderKind::microsoft});
    EXPECT_EQ(actions::provider_of(visit, ProviderKind::google), nullptr);
    auto plain = visit;
    plain.public_address = "http://withy.test";
    EXPECT_EQ(actions::provider_of(plain, ProviderKind::microsoft), nullptr);
    auto without_key = visit;
    without_key.sealing_key.reset();
    EXPECT_EQ(actions::provider_of(without_key, ProviderKind::microsoft), nullptr);
}

// Somebody who works at two schools comes in where the provider's word is taken, and nowhere else.
TEST_F(AProviderOfMine, leads_to_the_schools_that_take_its_word) {
    db.enter(SchoolId{2});
    staff::store::lead_to(db, SchoolId{2}, other.senco.staff, mine());
    db.enter(SchoolId{1});
    auto const account = *store::account(db, mine());
    Attempt const attempt{account.address, "192.0.2.1", "", "ours"};
    auto const everywhere = actions::sign_in(visit, account, attempt);
    ASSERT_TRUE(everywhere);
    EXPECT_EQ(everywhere->workplaces.size(), 2U) << "by password";
    auto const voucher = actions::voucher_of(visit, identity());
    auto const signed_in = actions::sign_in(visit, account, attempt, voucher);
    ASSERT_TRUE(signed_in);
    ASSERT_EQ(signed_in->workplaces.size(), 1U);
    EXPECT_EQ(signed_in->workplaces[0].school, SchoolId{1});
    auto const hash = secret::hash_of_token(signed_in->token);
    EXPECT_EQ(store::vouched_by(db, hash), "microsoft a-tenant");
    EXPECT_EQ(store::presence(db, hash)->proven_at, Instant{}) << "it says nothing of when";
    auto strange = voucher;
    strange.by = "microsoft another-tenant";
    EXPECT_EQ(actions::sign_in(visit, account, attempt, strange).error().refusal, Refusal::works_nowhere);
}

TEST_F(AProviderOfMine, brings_me_back_once) {
    auto const back = [&](std::string const& with, std::string_view state = "a state") {
        return actions::errand_of(visit, with, state).has_value();
    };
    auto const kept = carried();
    EXPECT_TRUE(back(kept));
    EXPECT_FALSE(back(carried(), "another state"));
    EXPECT_FALSE(back(carried() + "A")) << "changed on the way";
    EXPECT_FALSE(back(""));
    EXPECT_FALSE(back(sealed::seal(visit.key(), text_of(errand()), "something else")));
    EXPECT_TRUE(actions::note_return(visit, errand()));
    EXPECT_FALSE(actions::note_return(visit, errand())) << "two of the same moment";
    EXPECT_FALSE(back(carried())) << "kept by whoever looks over a shoulder";
    visit.now = visit.now + 11 * minutes;
    store::forget_returns_before(db, visit.now - errand_takes_at_most);
    EXPECT_FALSE(back(kept)) << "too late by then";
}

TEST_F(AProviderOfMine, goes_with_everything_else_when_a_link_for_a_new_password_is_used) {
    ASSERT_TRUE(adds(identity()));
    auto administrator = school.visit(db, school.administrator);
    auto const token = staff::actions::invite(administrator, school.senco.staff)->token;
    auto invited = actions::invited(visit, token);
    ASSERT_TRUE(invited);
    ASSERT_TRUE(actions::accept(visit, *invited, token, "a hash"));
    EXPECT_TRUE(store::ties(db, mine()).empty()) << "whoever took the account over is out";
}

TEST_F(AProviderOfMine, stands_as_it_was_added_by_sql_too) {
    ASSERT_TRUE(adds(identity()));
    EXPECT_EQ(
        refused("UPDATE openid_tie SET subject = 'somebody else' WHERE made_at > $1"), "openid_tie_stands"
    );
    EXPECT_EQ(
        refused("UPDATE openid_tie SET issuer = 'https://evil.example' WHERE made_at > $1"),
        "openid_tie_stands"
    );
    EXPECT_EQ(
        refused("UPDATE openid_tie SET account_id = (SELECT min(id) FROM account) WHERE made_at > $1"),
        "openid_tie_stands"
    );
    EXPECT_NE(
        refused(R"(INSERT INTO openid_tie (id, account_id, provider, issuer, subject, realm, name, made_at)
                   SELECT 'x', min(a.id), 'google', min(t.issuer), min(t.subject), 'r', '', 0
                     FROM account a, openid_tie t WHERE t.made_at > $1)"),
        ""
    ) << "one subject, one account";
    EXPECT_NE(
        refused(R"(INSERT INTO openid_tie (id, account_id, provider, issuer, subject, realm, name, made_at)
                   SELECT 'x', t.account_id, 'anybody', 'i', 's', 'r', '', 0 FROM openid_tie t WHERE t.made_at > $1)"
        ),
        ""
    );
    ASSERT_TRUE(actions::note_return(visit, errand()));
    EXPECT_EQ(
        refused("UPDATE openid_return SET returned_at = 0 WHERE returned_at > $1"), "errand_returns_once"
    );
    EXPECT_EQ(refused("UPDATE sign_in SET vouched_by = '' WHERE started_at > $1"), "voucher_stands");
}

}  // namespace
}  // namespace sign_in
