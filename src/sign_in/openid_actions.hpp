#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/invitation_actions.hpp"
#include "sign_in/openid.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// The provider as the operator set it; nullptr where there is none, or nowhere on https to come back to.
visits::Provider const* provider_of(Visit const& visit, ProviderKind kind);

// Of the providers that are set, those whose word this school takes; all of them where no school is known.
std::vector<ProviderKind> providers_here(Visit const& visit);

// Where the provider sends people back to: what is registered there.
std::string return_address(Visit const& visit);

// What the visitor goes for. Account and time are theirs.
struct GoingFor {
    ErrandPurpose purpose{};
    std::string invitation = {};
    std::string then = "/";
};
// Where the browser goes, and what it carries there and back.
struct Departure {
    std::string address;
    std::string carried;
};
Expected<Departure, OpenIdFault> depart(
    Visit const& visit, visits::Provider const& provider, GoingFor const& going
);

// The errand that the browser carries, where it is still on: this state, in time, of the same person, and not
// back before.
std::optional<Errand> errand_of(Visit const& visit, std::string_view carried, std::string_view state);

// The slow half, outside the writer: whom the provider says that somebody is. Of a realm whose word no school
// takes it is nobody.
Expected<Identity, OpenIdFault> identify(Visit const& visit, Errand const& errand, std::string const& code);

// False where the errand came back before.
bool note_return(Visit& visit, Errand const& errand);

// Whose account this person at the provider is.
Expected<Account, OpenIdFault> account_of(Visit& visit, Identity const& identity);
Voucher voucher_of(Visit const& visit, Identity const& identity);

// The visitor's own ways to sign in have the provider among them from here on. Another account of theirs
// there takes the place of the one before.
Expected<void, OpenIdFault> add_tie(Visit& visit, AccountId const& account, Identity const& identity);
// False where nobody could sign in any more.
bool remove_tie(Visit& visit, ProviderKind provider, std::string const& this_token_hash);

// Takes up an invitation by the provider's word: with a new account that has no password, or with the one
// that another school made, where the provider is among its ways already.
Expected<void, OpenIdFault> join(
    Visit& visit, Invited& invited, std::string_view token, Identity const& identity
);

}  // namespace sign_in::actions
