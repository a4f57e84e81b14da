#include "proofs/id_token.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "base/base64url.hpp"
#include "support/token_key.hpp"

namespace proofs {
namespace {

using support::TokenKey;
using Faults = std::vector<TokenFault>;
using Claims = std::map<std::string, std::string>;

constexpr Instant noon{1'778'587'200'000};
constexpr std::int64_t second_of_noon = noon.milliseconds / seconds;
constexpr auto tenant = "0aa8c2f4-5d6e-4f70-8a91-b2c3d4e5f601";

TokenKey const& rsa() {
    static TokenKey const key(TokenKey::Kind::rs256, "r");
    return key;
}
TokenKey const& curve() {
    static TokenKey const key(TokenKey::Kind::es256, "e");
    return key;
}

Claims in_order() {
    return {
        {"iss", R"("https://provider.example")"},
        {"aud", R"("withy")"},
        {"sub", R"("somebody")"},
        {"nonce", R"("of this browser")"},
        {"iat", std::to_string(second_of_noon)},
        {"exp", std::to_string(second_of_noon + 3600)}};
}

std::string json_of(Claims const& claims) {
    std::string text;
    for (auto const& [name, value] : claims)
        if (!value.empty()) text += (text.empty() ? "{\"" : ",\"") + name + "\":" + value;
    return text + "}";
}

// The claims that are in order, but for these.
std::string json_with(Claims const& others) {
    auto claims = in_order();
    for (auto const& [name, value] : others) claims[name] = value;
    return json_of(claims);
}

TokenTerms terms(std::string issuer = "https://provider.example") {
    return {.issuer = std::move(issuer), .client = "withy", .nonce = "of this browser", .now = noon};
}

std::vector<ProviderKey> keys() { return keys_in(TokenKey::all({rsa().published(), curve().published()})); }

Faults faults_of(std::string const& token, TokenTerms const& asked = terms()) {
    return read_id_token(token, keys(), asked).faults;
}
Faults faults_with(Claims const& others, TokenTerms const& asked = terms()) {
    return faults_of(rsa().token(json_with(others)), asked);
}

TEST(IdToken, that_is_in_order_says_who_its_person_is) {
    auto const said = json_with(
        {{"tid", R"("a tenant")"},
         {"oid", R"("an object")"},
         {"hd", R"("school.example")"},
         {"email", R"("priya@school.example")"},
         {"email_verified", "true"},
         {"auth_time", std::to_string(second_of_noon - 60)}}
    );
    for (auto const* key : {&rsa(), &curve()}) {
        auto const read = read_id_token(key->token(said), keys(), terms());
        EXPECT_EQ(read.faults, Faults{});
        EXPECT_EQ(read.token.subject, "somebody");
        EXPECT_EQ(read.token.tenant, "a tenant");
        EXPECT_EQ(read.token.person, "an object");
        EXPECT_EQ(read.token.domain, "school.example");
        EXPECT_EQ(read.token.name, "priya@school.example");
        EXPECT_TRUE(read.token.address_is_verified);
        EXPECT_EQ(read.token.authenticated_at, noon - 60 * seconds);
    }
}

TEST(IdToken, counts_by_none_of_the_ways_around_its_signature) {
    auto const said = json_with({});
    auto const unknown = Faults{TokenFault::unknown_algorithm};
    EXPECT_EQ(faults_of(TokenKey::unsigned_token(said)), unknown);
    EXPECT_EQ(faults_of(rsa().confused_token(said)), unknown) << "HS256 with the public key";
    EXPECT_EQ(faults_of(rsa().token_under(R"({"alg":"ES256","kid":"r"})", said)), unknown) << "not the key's";
    EXPECT_EQ(faults_of(rsa().token_under(R"({"alg":"RS256","kid":"r","crit":["b64"]})", said)), unknown);
    EXPECT_EQ(faults_of(rsa().token_under(R"({"alg":"RS512","kid":"r"})", said)), unknown);
    EXPECT_EQ(
        faults_of(TokenKey(TokenKey::Kind::rs256, "r").token(said)), Faults{TokenFault::wrong_signature}
    );
    EXPECT_EQ(
        faults_of(TokenKey(TokenKey::Kind::es256, "e").token(said)), Faults{TokenFault::wrong_signature}
    );
    EXPECT_EQ(
        faults_of(TokenKey(TokenKey::Kind::rs256, "another").token(said)), Faults{TokenFault::unknown_key}
    );
    EXPECT_EQ(faults_of(rsa().token_under(R"({"alg":"RS256"})", said)), Faults{TokenFault::unknown_key});
}

TEST(IdToken, of_which_a_single_letter_was_changed_is_refused) {
    for (auto const* key : {&rsa(), &curve()}) {
        auto const token = key->token(json_with({}));
        for (std::size_t at = 0; at < token.size(); at += 7) {
            auto changed = token;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            // The last letter of each part has bits that stand for nothing.
            auto const next = at + 1 < token.size() ? token[at + 1] : '.';
            if (token[at] == '.' || next == '.') continue;
            EXPECT_FALSE(faults_of(changed).empty()) << at;
        }
    }
}

TEST(IdToken, of_others_is_refused) {
    EXPECT_EQ(faults_with({{"iss", R"("https://elsewhere.example")"}}), Faults{TokenFault::another_issuer});
    EXPECT_EQ(faults_with({{"iss", ""}}), Faults{TokenFault::another_issuer});
    EXPECT_EQ(faults_with({{"nonce", R"("of another")"}}), Faults{TokenFault::another_nonce});
    EXPECT_EQ(faults_with({{"nonce", ""}}), Faults{TokenFault::another_nonce});
    EXPECT_EQ(faults_with({{"sub", ""}}), Faults{TokenFault::no_subject});
    auto without_nonce = terms();
    without_nonce.nonce.clear();
    EXPECT_EQ(faults_with({{"nonce", "\"\""}}, without_nonce), Faults{TokenFault::another_nonce});
}

TEST(IdToken, is_for_this_client_and_nobody_else) {
    Faults const another{TokenFault::another_client};
    for (auto const* aud : {R"("other")", R"(["other"])", "[]", "{}", "7", R"(["withy","other"])"})
        EXPECT_EQ(faults_with({{"aud", aud}}), another) << aud;
    EXPECT_EQ(faults_with({{"aud", R"(["withy"])"}}), Faults{});
    EXPECT_EQ(faults_with({{"aud", R"(["withy","other"])"}, {"azp", R"("withy")"}}), Faults{});
    EXPECT_EQ(faults_with({{"azp", R"("other")"}}), another);
    EXPECT_EQ(faults_with({{"azp", "7"}}), another);
    auto nobodys = terms();
    nobodys.client.clear();
    EXPECT_EQ(faults_with({{"aud", "\"\""}}, nobodys), another);
}

TEST(IdToken, counts_within_its_time_give_or_take_a_minute) {
    auto const at = [](std::int64_t second) { return std::to_string(second_of_noon + second); };
    EXPECT_EQ(faults_with({{"exp", at(-59)}}), Faults{});
    EXPECT_EQ(faults_with({{"exp", at(-60)}}), Faults{TokenFault::expired});
    EXPECT_EQ(faults_with({{"exp", ""}}), Faults{TokenFault::expired});
    EXPECT_EQ(faults_with({{"exp", "1e300"}}), Faults{TokenFault::expired});
    EXPECT_EQ(faults_with({{"exp", "9223372036854775807"}}), Faults{TokenFault::expired}) << "overflows";
    EXPECT_EQ(faults_with({{"iat", at(60)}}), Faults{});
    EXPECT_EQ(faults_with({{"iat", at(61)}}), Faults{TokenFault::not_yet});
    constexpr std::int64_t a_quarter = -900;
    EXPECT_EQ(faults_with({{"iat", at(a_quarter)}}), Faults{}) << "Microsoft dates back five minutes";
    EXPECT_EQ(faults_with({{"iat", at(a_quarter - 1)}}), Faults{TokenFault::too_old});
    EXPECT_EQ(faults_with({{"iat", ""}}), Faults{TokenFault::too_old});
    EXPECT_EQ(faults_with({{"nbf", at(61)}}), Faults{TokenFault::not_yet});
    EXPECT_EQ(faults_with({{"nbf", R"("soon")"}}), Faults{TokenFault::not_yet});
}

TEST(IdToken, of_microsoft_is_of_the_issuer_of_its_own_tenant) {
    auto const everybodys = terms("https://login.example/{tenantid}/v2.0");
    auto const of = [&](std::string const& in_issuer, std::string const& tid) {
        return faults_with(
            {{"iss", "\"https://login.example/" + in_issuer + "/v2.0\""}, {"tid", "\"" + tid + "\""}},
            everybodys
        );
    };
    EXPECT_EQ(of(tenant, tenant), Faults{});
    EXPECT_EQ(of("another", tenant), Faults{TokenFault::another_issuer});
    EXPECT_EQ(of("{tenantid}", tenant), Faults{TokenFault::another_issuer});
    EXPECT_EQ(of("", tenant), Faults{TokenFault::another_issuer});
}

TEST(IdToken, by_a_key_of_another_issuer_is_refused) {
    auto const keys = keys_in(TokenKey::all(
        {rsa().published(R"(,"issuer":"https://login.example/personal/v2.0")"),
         curve().published(R"(,"issuer":"https://login.example/{tenantid}/v2.0")")}
    ));
    auto const said = json_with(
        {{"iss", std::string("\"https://login.example/") + tenant + "/v2.0\""},
         {"tid", std::string("\"") + tenant + "\""}}
    );
    auto const asked = terms("https://login.example/{tenantid}/v2.0");
    EXPECT_EQ(read_id_token(rsa().token(said), keys, asked).faults, Faults{TokenFault::another_issuer})
        << "Microsoft signs personal accounts by keys of their own";
    EXPECT_EQ(read_id_token(curve().token(said), keys, asked).faults, Faults{});
}

TEST(IdToken, of_google_may_name_its_issuer_without_the_scheme) {
    auto const asked = terms("https://accounts.google.com");
    EXPECT_EQ(faults_with({{"iss", R"("accounts.google.com")"}}, asked), Faults{});
    EXPECT_EQ(faults_with({{"iss", R"("https://accounts.google.com")"}}, asked), Faults{});
    EXPECT_EQ(
        faults_with({{"iss", R"("accounts.google.com.evil.example")"}}, asked),
        Faults{TokenFault::another_issuer}
    );
    EXPECT_EQ(faults_with({{"iss", R"("provider.example")"}}), Faults{TokenFault::another_issuer})
        << "nobody else's";
}

TEST(IdToken, that_is_none_is_unreadable) {
    std::string const deep(100, '[');
    for (auto const& text :
         {std::string(),
          std::string(".."),
          std::string("a.b"),
          std::string("a.b.c.d"),
          std::string("€.€.€"),
          base::base64url("[]") + "." + base::base64url("[]") + ".",
          base::base64url("{}") + "." + base::base64url(deep) + ".",
          std::string(20'000, 'a') + ".a.a"})
        EXPECT_EQ(faults_of(text), Faults{TokenFault::unreadable}) << text.substr(0, 20);
    EXPECT_EQ(key_named_in("a.b"), "");
    EXPECT_EQ(key_named_in(rsa().token("{}")), "r");
}

TEST(ProviderKeys, are_those_that_sign_and_that_withy_can_check) {
    EXPECT_EQ(keys().size(), 2U);
    EXPECT_EQ(keys_in(TokenKey::all({rsa().published(R"(,"use":"enc")")})).size(), 0U);
    EXPECT_EQ(keys_in(TokenKey::all({rsa().published(R"(,"alg":"RS512")")})).size(), 0U);
    EXPECT_EQ(keys_in(TokenKey::all({rsa().published(R"(,"use":"sig","alg":"RS256")")})).size(), 1U);
    for (auto const* other :
         {R"({"kid":"a","kty":"oct","k":"c2VjcmV0"})",
          R"({"kid":"a","kty":"EC","crv":"P-256","x":"AA","y":"AA"})",
          R"({"kid":"a","kty":"EC","crv":"P-384","x":"AA","y":"AA"})",
          R"({"kid":"a","kty":"RSA","n":"AQAB","e":"AQAB"})",
          R"({"kty":"RSA"})",
          "7"})
        EXPECT_EQ(keys_in(TokenKey::all({other})).size(), 0U) << other;
    for (auto const* none : {"", "{}", "[]", R"({"keys":7})", "not at all"})
        EXPECT_EQ(keys_in(none).size(), 0U) << none;
}

TEST(ProviderDocument, counts_where_every_part_is_there_and_on_https) {
    auto const document = [](std::string const& issuer, std::string const& keys) {
        return R"({"issuer":")" + issuer +
               R"(","authorization_endpoint":"https://p.example/a?v=2","token_endpoint":"https://p.example/t",)" +
               R"("jwks_uri":")" + keys + R"("})";
    };
    ASSERT_TRUE(document_in(document("https://p.example", "https://p.example/k")));
    EXPECT_FALSE(document_in(document("https://p.example", "http://p.example/k")));
    EXPECT_FALSE(document_in(document("https://p.example", "file:///etc/passwd")));
    EXPECT_FALSE(document_in(document("", "https://p.example/k")));
    EXPECT_FALSE(document_in("{}"));
    EXPECT_FALSE(document_in("<html>"));
}

TEST(AuthorizationAddress, asks_for_a_code_and_shows_the_digest_of_the_verifier_alone) {
    ProviderDocument const document{
        .issuer = {},
        .authorization_address = "https://p.example/a?v=2",
        .token_address = {},
        .keys_address = {}};
    // The example of RFC 7636, appendix B.
    Authorization authorization{
        .client = "withy",
        .return_address = "https://withy.example/sign-in/openid",
        .state = "the state",
        .nonce = "n",
        .verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
    auto const address = authorization_address(document, authorization);
    EXPECT_EQ(
        address,
        "https://p.example/a?v=2&response_type=code&scope=openid%20profile%20email&client_id=withy"
        "&redirect_uri=https%3A%2F%2Fwithy.example%2Fsign-in%2Fopenid&state=the%20state&nonce=n"
        "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&prompt="
        "select_account"
    );
    authorization.asks_again = true;
    EXPECT_TRUE(authorization_address(document, authorization).ends_with("&prompt=login&max_age=0"));
}

TEST(ExchangeForm, holds_what_the_code_is_bound_to) {
    EXPECT_EQ(
        exchange_form(
            {.client = "withy",
             .secret = "a&b",
             .return_address = "https://w.example/r",
             .code = "c/d",
             .verifier = "v"}
        ),
        "grant_type=authorization_code&client_id=withy&client_secret=a%26b"
        "&redirect_uri=https%3A%2F%2Fw.example%2Fr&code=c%2Fd&code_verifier=v"
    );
    EXPECT_EQ(id_token_in(R"({"id_token":"a.b.c"})"), "a.b.c");
    EXPECT_EQ(id_token_in(R"({"id_token":7})"), "");
    EXPECT_EQ(id_token_in("error"), "");
}

}  // namespace
}  // namespace proofs
