#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "proofs/id_token.hpp"
#include "sign_in/openid.hpp"

namespace sign_in {

// Whom a token without a fault is of. At Microsoft a person is tenant and object id, and personal accounts
// are nobody's; at Google they are the subject, and only a domain's own people with a verified address count.
// Never an address: that goes to another person one day.
Expected<Identity, OpenIdFault> identity_of(ProviderKind provider, proofs::IdToken const& token);

// Whether the school takes this word, as `vouched_by` says it. Withy's own ways count everywhere.
bool takes_word(visits::Providers const* providers, SchoolId school, std::string_view vouched_by);

// Whether any school does.
bool is_known_realm(visits::Provider const& provider, std::string_view realm);

// Whether the errand is still this one, in time, and of whoever is signed in now.
bool is_same_errand(Errand const& errand, std::string_view state, std::string_view account, Instant now);

// Whether the provider asks anew who is there, and says when it did. Google does neither.
bool can_prove(ProviderKind provider);

// True where the provider says that the person showed it who they are after the errand began.
bool proves_anew(Identity const& identity, Errand const& errand);

// When somebody whom the provider brings last proved who they are: never later than now, and never where the
// provider does not say.
Instant proven_at(Identity const& identity, Instant now);

// Whether somebody still gets in without the provider.
bool may_be_removed(bool has_password, std::size_t passkeys, std::size_t providers);

// As text, which a cookie carries sealed, and back.
std::string text_of(Errand const& errand);
std::optional<Errand> errand_in(std::string_view text);

// What was found before the write, as text, and back.
std::string text_of(Expected<Identity, OpenIdFault> const& found);
Expected<Identity, OpenIdFault> identity_in(std::string_view text);

}  // namespace sign_in
