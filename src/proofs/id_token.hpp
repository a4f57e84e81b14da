#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "proofs/openid.hpp"

// A provider's word on who somebody is, checked as OpenID Connect Core 1.0 asks (section 3.1.3.7).
namespace proofs {

// What clocks of two servers may differ by: 60 seconds.
inline constexpr std::int64_t clocks_may_differ = 60 * seconds;
// A token comes straight from the provider. Microsoft dates its tokens five minutes back.
inline constexpr std::int64_t oldest_token = 15 * minutes;

enum class TokenFault {
    unreadable,
    unknown_algorithm,  // "none", one with a shared secret, or one that is not the key's
    unknown_key,
    wrong_signature,
    another_issuer,
    another_client,  // made for somebody else than this Withy
    another_nonce,   // not of this browser's errand
    expired,
    not_yet,  // from a time that has not come
    too_old,
    no_subject
};
// For the log: says nothing of the person.
std::string_view in_words(TokenFault fault);

// What Withy reads of a token. Times are the provider's.
struct IdToken {
    std::string issuer;
    std::string subject;
    std::string tenant;  // "tid", at Microsoft
    std::string person;  // "oid", at Microsoft: the same for every client
    std::string domain;  // "hd", at Google
    std::string name;    // as the provider calls the person, to be recognised by
    bool address_is_verified = false;
    std::optional<Instant> authenticated_at = {};  // when the person last showed the provider who they are
};

struct TokenTerms {
    std::string issuer;  // as the provider's document says it
    std::string client;
    std::string nonce;
    Instant now;
};

// Every fault of a token; with what it says, as far as it could be read, which counts only where there is
// none.
struct ReadToken {
    std::vector<TokenFault> faults;
    IdToken token;
};
ReadToken read_id_token(std::string_view text, std::vector<ProviderKey> const& keys, TokenTerms const& terms);

// Which key the token says it is signed by; empty where it does not say.
std::string key_named_in(std::string_view text);

}  // namespace proofs
