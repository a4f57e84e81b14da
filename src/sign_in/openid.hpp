#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

#include "base/expected.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/providers.hpp"

// Signing in by a provider of OpenID Connect.
namespace sign_in {

using visits::ProviderKind;
using OpenIdTieId = Id<struct OpenIdTieTag>;

// What somebody goes to the provider for: to come in, to add the provider to their own ways to sign in, to
// show again who they are, or to take up an invitation.
enum class ErrandPurpose { sign_in, add, prove, join };
constexpr auto words(ErrandPurpose) { return std::array{"sign_in", "add", "prove", "join"}; }

// What a browser carries, sealed, while its person is at the provider.
struct Errand {
    ProviderKind provider{};
    ErrandPurpose purpose{};
    Instant began_at;
    std::string state;
    std::string nonce;
    std::string verifier;
    std::string account = {};     // of whoever was signed in when it began; empty: nobody
    std::string invitation = {};  // the token of its link, where that is taken up
    std::string then = "/";
};

inline constexpr std::int64_t errand_takes_at_most = 10 * minutes;
inline constexpr std::string_view errand_cookie_name = "withy-errand";

// Whom a provider says that somebody is. Issuer and subject are the person; the name is only shown.
struct Identity {
    ProviderKind provider{};
    std::string issuer;
    std::string subject;
    std::string realm;  // the tenant at Microsoft, the domain at Google
    std::string name;
    std::optional<Instant> authenticated_at = {};
};

enum class OpenIdRefusal {
    stale,           // took too long, or came back twice, or to another browser
    cancelled,       // the provider says that the person did not go through with it
    away,            // the provider does not answer, or not as it should
    not_in_order,    // what it says of the person can't be relied on
    another_school,  // of a tenant or a domain that no school here takes the word of
    nobody_tied,
    tied_already,  // to another account
    not_just_now   // it does not say that the person showed it just now who they are
};
constexpr auto words(OpenIdRefusal) {
    return std::array{
        "stale",
        "cancelled",
        "away",
        "not_in_order",
        "another_school",
        "nobody_tied",
        "tied_already",
        "not_just_now"};
}
// What the person is told, and what to do.
std::string in_words(OpenIdRefusal refusal, ProviderKind provider);

// With the cause for the log, which says nothing of the person.
struct OpenIdFault {
    OpenIdRefusal refusal{};
    std::string cause;
};

// A provider among somebody's ways to sign in.
struct OpenIdTie {
    OpenIdTieId id;
    AccountId account;
    ProviderKind provider{};
    std::string issuer;
    std::string subject;
    std::string realm;
    std::string name;
    Instant made_at;
    std::optional<Instant> used_at;
    auto columns() { return std::tie(id, account, provider, issuer, subject, realm, name, made_at, used_at); }
};

// "microsoft 0199…": as a sign-in keeps by whose word it began.
std::string vouched_by(ProviderKind provider, std::string_view realm);

}  // namespace sign_in
