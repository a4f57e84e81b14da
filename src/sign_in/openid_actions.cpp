#include "sign_in/openid_actions.hpp"

#include <algorithm>

#include "base/secret.hpp"
#include "records/actions.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/openid_store.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/provider_actions.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"

namespace sign_in::actions {
namespace {

constexpr std::string_view belonging_to = "errand";
// A path that is longer is no page's.
constexpr std::size_t longest_then = 500;

OpenIdFault fault(OpenIdRefusal refusal, std::string cause) { return {refusal, std::move(cause)}; }

std::string text_of_account(Visit const& visit) {
    return visit.who.staff ? std::string(visit.who.account.text()) : std::string();
}

void write_down(Visit& visit, records::Action action, OpenIdTie const& tie) {
    bool const made = action == records::Action::made;
    auto const provider = std::string(word(tie.provider));
    records::write(
        visit,
        {.action = action,
         .subject = "openid_tie",
         .subject_id = std::string(tie.id.text()),
         .fields = {{"provider", made ? "" : provider, made ? provider : ""}}}
    );
}

std::optional<OpenIdTie> tie_at(Visit& visit, AccountId const& account, ProviderKind provider) {
    auto const ties = store::ties(visit.db, account);
    auto const found = std::ranges::find(ties, provider, &OpenIdTie::provider);
    return found == ties.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

visits::Provider const* provider_of(Visit const& visit, ProviderKind kind) {
    bool const leads_back = visit.public_address.starts_with("https://") && visit.sealing_key;
    if (!visit.providers || !leads_back) return nullptr;
    auto const found = std::ranges::find(*visit.providers, kind, &visits::Provider::kind);
    return found == visit.providers->end() ? nullptr : &*found;
}

std::vector<ProviderKind> providers_here(Visit const& visit) {
    std::vector<ProviderKind> here;
    for (auto const kind : all_of<ProviderKind>()) {
        auto const* const provider = provider_of(visit, kind);
        if (provider == nullptr) continue;
        bool const is_schools = std::ranges::any_of(provider->realms, [&](auto const& realm) {
            return realm.school == visit.school;
        });
        if (visit.school == SchoolId{} || is_schools) here.push_back(kind);
    }
    return here;
}

std::string return_address(Visit const& visit) { return visit.public_address + "/sign-in/openid"; }

Expected<Departure, OpenIdFault> depart(
    Visit const& visit, visits::Provider const& provider, GoingFor const& going
) {
    auto const document = document_of(provider, visit.now);
    if (!document) return refuse(document.error());
    auto const then = local_path(going.then);
    Errand const errand{
        .provider = provider.kind,
        .purpose = going.purpose,
        .began_at = visit.now,
        .state = secret::new_token(),
        .nonce = secret::new_token(),
        .verifier = secret::new_token(),
        .account = text_of_account(visit),
        .invitation = going.invitation,
        .then = then.size() > longest_then ? "/" : then};
    auto address = proofs::authorization_address(
        *document,
        {.client = provider.client,
         .return_address = return_address(visit),
         .state = errand.state,
         .nonce = errand.nonce,
         .verifier = errand.verifier,
         .asks_again = errand.purpose == ErrandPurpose::prove}
    );
    return Departure{std::move(address), sealed::seal(visit.key(), text_of(errand), belonging_to)};
}

std::optional<Errand> errand_of(Visit const& visit, std::string_view carried, std::string_view state) {
    if (carried.empty() || !visit.sealing_key) return std::nullopt;
    auto const text = sealed::opened(visit.key(), carried, belonging_to);
    auto errand = text ? errand_in(*text) : std::nullopt;
    if (!errand || !is_same_errand(*errand, state, text_of_account(visit), visit.now)) return std::nullopt;
    if (store::has_returned(visit.db, secret::hash_of_token(errand->state))) return std::nullopt;
    return errand;
}

Expected<Identity, OpenIdFault> identify(Visit const& visit, Errand const& errand, std::string const& code) {
    auto const* const provider = provider_of(visit, errand.provider);
    if (provider == nullptr) return refuse(fault(OpenIdRefusal::away, "it was switched off meanwhile"));
    auto const token = token_for(*provider, errand, return_address(visit), code, visit.now);
    if (!token) return refuse(token.error());
    auto identity = identity_of(errand.provider, *token);
    if (identity && !is_known_realm(*provider, identity->realm))
        return refuse(
            fault(OpenIdRefusal::another_school, "a tenant or domain that no school here is set for")
        );
    return identity;
}

bool note_return(Visit& visit, Errand const& errand) {
    auto const hash = secret::hash_of_token(errand.state);
    if (clears_up(hash)) store::forget_returns_before(visit.db, visit.now - errand_takes_at_most);
    return store::note_return(visit.db, hash, visit.now);
}

Expected<Account, OpenIdFault> account_of(Visit& visit, Identity const& identity) {
    auto const tie = store::tie_of(visit.db, identity.issuer, identity.subject);
    auto const account = tie ? store::account(visit.db, tie->account) : std::nullopt;
    if (!account) return refuse(fault(OpenIdRefusal::nobody_tied, "nobody has added this account"));
    store::note_use(visit.db, tie->id, visit.now);
    return *account;
}

Voucher voucher_of(Visit const& visit, Identity const& identity) {
    return {vouched_by(identity.provider, identity.realm), proven_at(identity, visit.now)};
}

Expected<void, OpenIdFault> add_tie(Visit& visit, AccountId const& account, Identity const& identity) {
    if (!takes_word(visit.providers.get(), visit.school, vouched_by(identity.provider, identity.realm)))
        return refuse(fault(OpenIdRefusal::another_school, "a tenant or domain of another school here"));
    if (auto const tied = store::tie_of(visit.db, identity.issuer, identity.subject)) {
        if (tied->account == account) return {};
        return refuse(fault(OpenIdRefusal::tied_already, "it belongs to another account here"));
    }
    if (auto const before = tie_at(visit, account, identity.provider)) {
        store::remove_tie(visit.db, before->id);
        write_down(visit, records::Action::ended, *before);
    }
    OpenIdTie const tie{
        .id = visit.new_id<OpenIdTieId>(),
        .account = account,
        .provider = identity.provider,
        .issuer = identity.issuer,
        .subject = identity.subject,
        .realm = identity.realm,
        .name = identity.name,
        .made_at = visit.now,
        .used_at = std::nullopt};
    store::add(visit.db, tie);
    write_down(visit, records::Action::made, tie);
    tell_way_changed(visit, account, WayChange::provider_added);
    return {};
}

bool remove_tie(Visit& visit, ProviderKind provider, std::string const& this_token_hash) {
    auto const& who = visit.who.account;
    auto const tie = tie_at(visit, who, provider);
    if (!tie) return true;
    auto const account = store::account(visit.db, who);
    bool const has_password = account && !account->password_hash.empty();
    auto const passkeys = store::passkeys(visit.db, who).size();
    if (!may_be_removed(has_password, passkeys, store::ties(visit.db, who).size())) return false;
    store::remove_tie(visit.db, tie->id);
    store::end_vouched(visit.db, *tie, this_token_hash, visit.now);
    write_down(visit, records::Action::ended, *tie);
    tell_way_changed(visit, who, WayChange::provider_removed);
    return true;
}

Expected<void, OpenIdFault> join(
    Visit& visit, Invited& invited, std::string_view token, Identity const& identity
) {
    auto const tied = store::tie_of(visit.db, identity.issuer, identity.subject);
    bool const is_new = !invited.account && !tied;
    bool const is_of_another_school =
        invited.account && !invited.person.account && tied && tied->account == invited.account->id;
    if (!takes_word(visit.providers.get(), visit.school, vouched_by(identity.provider, identity.realm)))
        return refuse(fault(OpenIdRefusal::another_school, "a tenant or domain of another school here"));
    if (!is_new && !is_of_another_school)
        return refuse(fault(
            tied ? OpenIdRefusal::tied_already : OpenIdRefusal::nobody_tied,
            "an invitation of somebody with another account"
        ));
    if (!accept(visit, invited, token, ""))
        return refuse(fault(OpenIdRefusal::stale, "an invitation that was taken up before"));
    return is_new ? add_tie(visit, invited.account->id, identity) : Expected<void, OpenIdFault>{};
}

}  // namespace sign_in::actions
