#include "proofs/id_token.hpp"

#include <algorithm>
#include <array>

#include "base/base64url.hpp"
#include "base/secret.hpp"
#include "proofs/json_values.hpp"
#include "proofs/public_key.hpp"

namespace proofs {
namespace {

namespace json = boost::json;

using Faults = std::vector<TokenFault>;

constexpr std::int64_t es256 = -7;
constexpr std::int64_t rs256 = -257;
constexpr std::size_t longest_token = std::size_t{16} * 1024;
// Beyond any time that is meant, and far from where milliseconds overflow.
constexpr std::int64_t latest_second = 253'402'300'799;

// The three parts of a token in compact form (RFC 7515, section 7.1).
struct Parts {
    std::string_view header;
    std::string_view words;
    std::string_view signature;
    std::string_view signed_text;
};
std::optional<Parts> parts_of(std::string_view text) {
    auto const first = text.find('.');
    auto const second = first == text.npos ? text.npos : text.find('.', first + 1);
    if (second == text.npos || text.find('.', second + 1) != text.npos || text.size() > longest_token)
        return std::nullopt;
    return Parts{
        text.substr(0, first),
        text.substr(first + 1, second - first - 1),
        text.substr(second + 1),
        text.substr(0, second)};
}

std::optional<json::object> object_of(std::string_view part) {
    auto const bytes = base::from_base64url(part);
    return bytes ? object_in(*bytes) : std::nullopt;
}

std::optional<std::int64_t> algorithm_named(std::string_view name) {
    if (name == "RS256") return rs256;
    if (name == "ES256") return es256;
    return std::nullopt;
}

std::optional<Instant> time_in(json::object const& token, std::string_view name) {
    auto const second = number_in(token, name);
    if (!second || *second < 0 || *second > latest_second) return std::nullopt;
    return Instant{*second * seconds};
}

// Microsoft's document and keys name an issuer for all tenants, with a place for the tenant.
std::string issuer_for(std::string issuer, std::string_view tenant) {
    constexpr std::string_view place = "{tenantid}";
    auto const at = issuer.find(place);
    if (at != issuer.npos) issuer.replace(at, place.size(), tenant);
    return issuer;
}

// Google's tokens may name their issuer without the scheme.
bool is_issuer(std::string_view said, std::string_view expected) {
    constexpr std::string_view scheme = "https://";
    constexpr std::string_view google = "https://accounts.google.com";
    return !said.empty() &&
           (said == expected || (expected == google && said == google.substr(scheme.size())));
}

// The client has to be named; and where others are too, or a party is, that party is this client.
bool is_for(json::object const& token, std::string_view client) {
    std::vector<std::string_view> audience;
    if (auto const one = text_in(token, "aud"); !one.empty()) audience.push_back(one);
    auto const* const several = token.if_contains("aud");
    if (several != nullptr && several->is_array())
        for (auto const& each : several->get_array())
            if (each.is_string()) audience.emplace_back(each.get_string().data(), each.get_string().size());
    auto const party = text_in(token, "azp");
    bool const has_party = token.contains("azp");
    if (std::ranges::find(audience, client) == audience.end() || client.empty()) return false;
    return has_party ? party == client : audience.size() == 1;
}

void check_signature(
    Parts const& parts,
    json::object const& header,
    json::object const& token,
    std::vector<ProviderKey> const& keys,
    Faults& faults
) {
    auto const algorithm = algorithm_named(text_in(header, "alg"));
    // What must be understood to read the token is nothing that Withy understands.
    if (!algorithm || header.contains("crit")) return faults.push_back(TokenFault::unknown_algorithm);
    auto const key = std::ranges::find(keys, text_in(header, "kid"), &ProviderKey::id);
    if (key == keys.end()) return faults.push_back(TokenFault::unknown_key);
    if (key->algorithm != *algorithm) return faults.push_back(TokenFault::unknown_algorithm);
    auto const signature = base::from_base64url(parts.signature).value_or("");
    auto const der = *algorithm == es256 ? es256_signature(signature) : signature;
    if (!has_signed(key->der, *algorithm, parts.signed_text, der))
        faults.push_back(TokenFault::wrong_signature);
    auto const issuer = issuer_for(key->issuer, text_in(token, "tid"));
    if (!issuer.empty() && issuer != text_in(token, "iss")) faults.push_back(TokenFault::another_issuer);
}

void check_times(json::object const& token, Instant now, Faults& faults) {
    auto const ends_at = time_in(token, "exp");
    auto const issued_at = time_in(token, "iat");
    auto const begins_at = time_in(token, "nbf");
    if (!ends_at || *ends_at <= now - clocks_may_differ) faults.push_back(TokenFault::expired);
    if (!issued_at || *issued_at < now - oldest_token) faults.push_back(TokenFault::too_old);
    auto const latest = now + clocks_may_differ;
    if ((issued_at && *issued_at > latest) || (begins_at && *begins_at > latest) ||
        (token.contains("nbf") && !begins_at))
        faults.push_back(TokenFault::not_yet);
}

std::string name_in(json::object const& token) {
    for (auto const* name : {"preferred_username", "email", "name"})
        if (auto const text = text_in(token, name); !text.empty()) return std::string(text);
    return {};
}

IdToken read(json::object const& token) {
    return {
        .issuer = std::string(text_in(token, "iss")),
        .subject = std::string(text_in(token, "sub")),
        .tenant = std::string(text_in(token, "tid")),
        .person = std::string(text_in(token, "oid")),
        .domain = std::string(text_in(token, "hd")),
        .name = name_in(token),
        .address_is_verified = is_true_in(token, "email_verified"),
        .authenticated_at = time_in(token, "auth_time")};
}

}  // namespace

std::string_view in_words(TokenFault fault) {
    switch (fault) {
        case TokenFault::unreadable: return "it can't be read";
        case TokenFault::unknown_algorithm: return "its algorithm is none that counts for its key";
        case TokenFault::unknown_key: return "the provider has no such key";
        case TokenFault::wrong_signature: return "its signature is wrong";
        case TokenFault::another_issuer: return "it is of another issuer";
        case TokenFault::another_client: return "it was made for another client";
        case TokenFault::another_nonce: return "its nonce is another";
        case TokenFault::expired: return "its time is over";
        case TokenFault::not_yet: return "its time has not come";
        case TokenFault::too_old: return "it was made too long ago";
        case TokenFault::no_subject: return "it names nobody";
    }
    return {};
}

std::string key_named_in(std::string_view text) {
    auto const parts = parts_of(text);
    auto const header = parts ? object_of(parts->header) : std::nullopt;
    return header ? std::string(text_in(*header, "kid")) : std::string();
}

ReadToken read_id_token(
    std::string_view text, std::vector<ProviderKey> const& keys, TokenTerms const& terms
) {
    auto const parts = parts_of(text);
    auto const header = parts ? object_of(parts->header) : std::nullopt;
    auto const token = parts ? object_of(parts->words) : std::nullopt;
    if (!header || !token) return {{TokenFault::unreadable}, {}};

    ReadToken found{{}, read(*token)};
    auto& faults = found.faults;
    check_signature(*parts, *header, *token, keys, faults);
    if (!is_issuer(found.token.issuer, issuer_for(terms.issuer, found.token.tenant)))
        faults.push_back(TokenFault::another_issuer);
    if (!is_for(*token, terms.client)) faults.push_back(TokenFault::another_client);
    if (terms.nonce.empty() || !secret::are_equal(text_in(*token, "nonce"), terms.nonce))
        faults.push_back(TokenFault::another_nonce);
    check_times(*token, terms.now, faults);
    if (found.token.subject.empty()) faults.push_back(TokenFault::no_subject);
    return found;
}

}  // namespace proofs
