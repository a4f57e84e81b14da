#include "sign_in/openid_rules.hpp"

#include <algorithm>
#include <charconv>

#include "base/secret.hpp"
#include "base/text.hpp"

namespace sign_in {
namespace {

// Where Microsoft keeps accounts that people made for themselves.
constexpr std::string_view personal_accounts = "9188040d-6c67-4c5b-b112-36a304b66dad";
constexpr std::string_view google_issuer = "https://accounts.google.com";
constexpr std::size_t longest_name = 100;

Expected<Identity, OpenIdFault> not_in_order(std::string cause) {
    return refuse(OpenIdFault{OpenIdRefusal::not_in_order, std::move(cause)});
}

Expected<Identity, OpenIdFault> another_school(std::string cause) {
    return refuse(OpenIdFault{OpenIdRefusal::another_school, std::move(cause)});
}

// One line, and not longer than anybody reads. What is cut off within a character loses the whole of it.
std::string shown(std::string name) {
    if (!text::is_utf8(name)) return {};
    for (auto& c : name)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    if (name.size() <= longest_name) return name;
    auto end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) --end;
    return name.substr(0, end);
}

std::optional<Instant> instant_in(std::string_view text) {
    std::int64_t milliseconds = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return Instant{milliseconds};
}

std::string text_of(std::vector<std::string> const& lines) { return text::joined(lines, "\n"); }

}  // namespace

Expected<Identity, OpenIdFault> identity_of(ProviderKind provider, proofs::IdToken const& token) {
    Identity identity{
        .provider = provider,
        .issuer = token.issuer,
        .subject = token.subject,
        .realm = {},
        .name = shown(token.name),
        .authenticated_at = token.authenticated_at};
    if (provider == ProviderKind::microsoft) {
        identity.subject = token.person;
        identity.realm = text::ascii_lower(token.tenant);
        if (identity.subject.empty() || identity.realm.empty())
            return not_in_order("the token has no oid or tid; ask for the scope profile");
        if (identity.realm == personal_accounts) return another_school("a personal account at Microsoft");
        return identity;
    }
    identity.issuer = google_issuer;
    identity.realm = text::ascii_lower(token.domain);
    if (identity.realm.empty()) return another_school("an account at Google that belongs to no domain");
    if (!token.address_is_verified) return not_in_order("the address at Google is not verified");
    return identity;
}

bool takes_word(visits::Providers const* providers, SchoolId school, std::string_view by) {
    if (by.empty()) return true;
    if (providers == nullptr) return false;
    return std::ranges::any_of(*providers, [&](auto const& provider) {
        return std::ranges::any_of(provider.realms, [&](auto const& realm) {
            return realm.school == school && vouched_by(provider.kind, realm.name) == by;
        });
    });
}

bool is_known_realm(visits::Provider const& provider, std::string_view realm) {
    return !realm.empty() &&
           std::ranges::find(provider.realms, realm, &visits::Realm::name) != provider.realms.end();
}

bool is_same_errand(Errand const& errand, std::string_view state, std::string_view account, Instant now) {
    auto const takes = now - errand.began_at;
    return !errand.state.empty() && secret::are_equal(errand.state, state) && errand.account == account &&
           takes >= 0 && takes < errand_takes_at_most;
}

bool can_prove(ProviderKind provider) {
    switch (provider) {
        case ProviderKind::microsoft: return true;
        case ProviderKind::google: return false;
    }
    return false;
}

bool proves_anew(Identity const& identity, Errand const& errand) {
    return identity.authenticated_at &&
           *identity.authenticated_at >= errand.began_at - proofs::clocks_may_differ;
}

Instant proven_at(Identity const& identity, Instant now) {
    return std::min(identity.authenticated_at.value_or(Instant{}), now);
}

bool may_be_removed(bool has_password, std::size_t passkeys, std::size_t providers) {
    return has_password || passkeys > 0 || providers > 1;
}

std::string text_of(Errand const& errand) {
    return text_of(
        {std::string(word(errand.provider)),
         std::string(word(errand.purpose)),
         std::to_string(errand.began_at.milliseconds),
         errand.state,
         errand.nonce,
         errand.verifier,
         errand.account,
         errand.invitation,
         errand.then}
    );
}

std::optional<Errand> errand_in(std::string_view text) {
    auto const lines = text::split(text, '\n');
    constexpr std::size_t parts = 9;
    if (lines.size() != parts) return std::nullopt;
    auto const provider = from_word<ProviderKind>(lines[0]);
    auto const purpose = from_word<ErrandPurpose>(lines[1]);
    auto const began_at = instant_in(lines[2]);
    if (!provider || !purpose || !began_at) return std::nullopt;
    return Errand{
        .provider = *provider,
        .purpose = *purpose,
        .began_at = *began_at,
        .state = std::string(lines[3]),
        .nonce = std::string(lines[4]),
        .verifier = std::string(lines[5]),
        .account = std::string(lines[6]),
        .invitation = std::string(lines[7]),
        .then = std::string(lines[8])};
}

std::string text_of(Expected<Identity, OpenIdFault> const& found) {
    if (!found) return text_of({"fault", std::string(word(found.error().refusal)), found.error().cause});
    auto const at = found->authenticated_at;
    return text_of(
        {std::string(word(found->provider)),
         found->issuer,
         found->subject,
         found->realm,
         found->name,
         at ? std::to_string(at->milliseconds) : std::string()}
    );
}

Expected<Identity, OpenIdFault> identity_in(std::string_view text) {
    auto const lines = text::split(text, '\n');
    constexpr std::size_t parts_of_fault = 3;
    constexpr std::size_t parts_of_identity = 6;
    if (lines.size() == parts_of_fault)
        if (auto const refusal = from_word<OpenIdRefusal>(lines[1]))
            return refuse(OpenIdFault{*refusal, std::string(lines[2])});
    auto const provider = from_word<ProviderKind>(lines[0]);
    // Nothing was found out before the write: the errand was over already.
    if (lines.size() != parts_of_identity || !provider)
        return refuse(OpenIdFault{OpenIdRefusal::stale, "the errand was over"});
    return Identity{
        .provider = *provider,
        .issuer = std::string(lines[1]),
        .subject = std::string(lines[2]),
        .realm = std::string(lines[3]),
        .name = std::string(lines[4]),
        .authenticated_at = instant_in(lines[5])};
}

}  // namespace sign_in
