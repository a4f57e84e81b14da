#include "sign_in/openid_rules.hpp"

#include <gtest/gtest.h>

#include <array>

namespace sign_in {
namespace {

constexpr Instant noon{1'778'587'200'000};
constexpr auto tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601";

proofs::IdToken at_microsoft() {
    return {
        .issuer = std::string("https://login.microsoftonline.com/") + tenant + "/v2.0",
        .subject = "for this client alone",
        .tenant = tenant,
        .person = "the person",
        .domain = {},
        .name = "priya@school.example"};
}

proofs::IdToken at_google() {
    return {
        .issuer = "accounts.google.com",
        .subject = "the person",
        .tenant = {},
        .person = {},
        .domain = "School.Example",
        .name = "priya@school.example",
        .address_is_verified = true};
}

OpenIdRefusal refusal_of(ProviderKind provider, proofs::IdToken const& token) {
    return identity_of(provider, token).error().refusal;
}

Errand errand() {
    return {
        .provider = ProviderKind::google,
        .purpose = ErrandPurpose::join,
        .began_at = noon,
        .state = "a state",
        .nonce = "a nonce",
        .verifier = "a verifier",
        .account = "an account",
        .invitation = "an invitation",
        .then = "/school/terms"};
}

TEST(IdentityAtMicrosoft, is_the_tenant_and_the_person_in_it) {
    auto const identity = identity_of(ProviderKind::microsoft, at_microsoft());
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->subject, "the person")
        << "not the one for this client, which a new registration changes";
    EXPECT_EQ(identity->realm, tenant);
    EXPECT_EQ(identity->issuer, at_microsoft().issuer);
}

TEST(IdentityAtMicrosoft, is_nobodys_with_a_personal_account_or_a_part_missing) {
    auto personal = at_microsoft();
    personal.tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";
    EXPECT_EQ(refusal_of(ProviderKind::microsoft, personal), OpenIdRefusal::another_school);
    for (auto const part : {&proofs::IdToken::tenant, &proofs::IdToken::person}) {
        auto without = at_microsoft();
        (without.*part).clear();
        EXPECT_EQ(refusal_of(ProviderKind::microsoft, without), OpenIdRefusal::not_in_order);
    }
}

TEST(IdentityAtGoogle, is_the_subject_within_its_domain) {
    auto const identity = identity_of(ProviderKind::google, at_google());
    ASSERT_TRUE(identity);
    EXPECT_EQ(identity->subject, "the person");
    EXPECT_EQ(identity->realm, "school.example");
    EXPECT_EQ(identity->issuer, "https://accounts.google.com") << "whichever way the token writes it";
    auto nobodys = at_google();
    nobodys.domain.clear();
    EXPECT_EQ(refusal_of(ProviderKind::google, nobodys), OpenIdRefusal::another_school);
    auto unverified = at_google();
    unverified.address_is_verified = false;
    EXPECT_EQ(refusal_of(ProviderKind::google, unverified), OpenIdRefusal::not_in_order);
}

TEST(IdentityAtAProvider, keeps_a_name_that_stands_in_a_line) {
    auto token = at_google();
    token.name = "one\ntwo" + std::string(95, 'x') + "é";
    auto const name = identity_of(ProviderKind::google, token)->name;
    EXPECT_EQ(name.substr(0, 7), "one two");
    EXPECT_LE(name.size(), 100U);
    token.name = "\xff";
    EXPECT_EQ(identity_of(ProviderKind::google, token)->name, "");
}

// Enumerated: each school takes the word of its own realm and of no other, and Withy's own ways everywhere.
TEST(TheWordOfAProvider, is_taken_by_the_schools_that_are_set_for_it) {
    std::array const schools{SchoolId{1}, SchoolId{2}, SchoolId{3}};
    visits::Providers const providers{
        {.kind = ProviderKind::microsoft,
         .address = {},
         .client = {},
         .secret = {},
         .realms = {{schools[0], "one"}, {schools[1], "two"}}},
        {.kind = ProviderKind::google,
         .address = {},
         .client = {},
         .secret = {},
         .realms = {{schools[0], "one"}}}};
    for (auto const school : schools) {
        EXPECT_TRUE(takes_word(&providers, school, ""));
        EXPECT_TRUE(takes_word(nullptr, school, ""));
        for (auto const kind : all_of<ProviderKind>())
            for (std::string const realm : {"one", "two", "three"}) {
                bool const theirs = realm == "one"   ? school == schools[0]
                                    : realm == "two" ? kind == ProviderKind::microsoft && school == schools[1]
                                                     : false;
                auto const by = vouched_by(kind, realm);
                EXPECT_EQ(takes_word(&providers, school, by), theirs) << school.number << by;
                EXPECT_FALSE(takes_word(nullptr, school, by)) << "switched off since";
            }
    }
    EXPECT_TRUE(is_known_realm(providers[0], "two"));
    EXPECT_FALSE(is_known_realm(providers[1], "two"));
    EXPECT_FALSE(is_known_realm(providers[1], ""));
}

TEST(AnErrand, is_the_same_in_its_browser_within_ten_minutes_and_for_who_began_it) {
    auto const at =
        [](std::int64_t later, std::string_view state = "a state", std::string_view who = "an account") {
            return is_same_errand(errand(), state, who, noon + later);
        };
    EXPECT_TRUE(at(0));
    EXPECT_TRUE(at(10 * minutes - 1));
    EXPECT_FALSE(at(10 * minutes));
    EXPECT_FALSE(at(-1)) << "from a time that has not come";
    EXPECT_FALSE(at(0, "another"));
    EXPECT_FALSE(at(0, ""));
    EXPECT_FALSE(at(0, "a state", "")) << "signed out meanwhile";
    EXPECT_FALSE(at(0, "a state", "another"));
    auto without_state = errand();
    without_state.state.clear();
    EXPECT_FALSE(is_same_errand(without_state, "", "an account", noon));
}

TEST(AnErrand, is_carried_as_text_and_read_back_whole) {
    auto const text = text_of(errand());
    auto const read = errand_in(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(text_of(*read), text);
    EXPECT_EQ(read->purpose, ErrandPurpose::join);
    EXPECT_EQ(read->then, "/school/terms");
    for (auto const* none : {"", "a\nb", "google\nwander\n0\n\n\n\n\n\n/", "google\njoin\nx\n\n\n\n\n\n/"})
        EXPECT_FALSE(errand_in(none)) << none;
    EXPECT_FALSE(errand_in(text + "\nmore"));
}

TEST(WhatWasFoundOut, is_carried_as_text_and_read_back_whole) {
    auto identity = identity_of(ProviderKind::google, at_google());
    for (auto const& at : {std::optional<Instant>(), std::optional(noon)}) {
        identity->authenticated_at = at;
        auto const read = identity_in(text_of(identity));
        ASSERT_TRUE(read);
        EXPECT_EQ(read->subject, identity->subject);
        EXPECT_EQ(read->realm, identity->realm);
        EXPECT_EQ(read->authenticated_at, at);
    }
    for (auto const refusal : all_of<OpenIdRefusal>()) {
        Expected<Identity, OpenIdFault> const fault = refuse(OpenIdFault{refusal, "a cause"});
        auto const read = identity_in(text_of(fault));
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().refusal, refusal);
        EXPECT_EQ(read.error().cause, "a cause");
    }
    EXPECT_EQ(identity_in("").error().refusal, OpenIdRefusal::stale) << "nothing was found out";
}

TEST(AProofByAProvider, by_a_provider_is_one_that_it_dates_after_it_was_asked_for) {
    auto identity = identity_of(ProviderKind::microsoft, at_microsoft()).value();
    EXPECT_FALSE(proves_anew(identity, errand())) << "it does not say when";
    EXPECT_EQ(proven_at(identity, noon), Instant{});
    identity.authenticated_at = noon - 60 * seconds;
    EXPECT_TRUE(proves_anew(identity, errand())) << "two clocks";
    identity.authenticated_at = noon - 61 * seconds;
    EXPECT_FALSE(proves_anew(identity, errand())) << "whoever was signed in there before";
    EXPECT_EQ(proven_at(identity, noon), noon - 61 * seconds);
    identity.authenticated_at = noon + 30 * seconds;
    EXPECT_EQ(proven_at(identity, noon), noon) << "never later than now";
}

TEST(AProofByAProvider, is_asked_of_who_asks_anew_and_says_when) {
    EXPECT_TRUE(can_prove(ProviderKind::microsoft));
    EXPECT_FALSE(can_prove(ProviderKind::google)) << "its tokens have no auth_time";
}

TEST(AProvider, is_removed_by_whoever_gets_in_without_it) {
    EXPECT_TRUE(may_be_removed(true, 0, 1));
    EXPECT_TRUE(may_be_removed(false, 1, 1));
    EXPECT_TRUE(may_be_removed(false, 0, 2));
    EXPECT_FALSE(may_be_removed(false, 0, 1));
}

TEST(WhatIsRefused, is_said_with_what_to_do) {
    for (auto const refusal : all_of<OpenIdRefusal>())
        for (auto const provider : all_of<ProviderKind>()) {
            auto const words = in_words(refusal, provider);
            EXPECT_GT(words.size(), 40U);
            EXPECT_FALSE(words.ends_with('.')) << words;
        }
}

}  // namespace
}  // namespace sign_in
