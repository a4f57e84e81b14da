#pragma once

#include <string>

#include "proofs/id_token.hpp"
#include "proofs/openid.hpp"
#include "sign_in/openid.hpp"

// What is asked of a provider, by HTTPS alone, with its certificate checked and following nowhere. It takes
// as long as the provider does, some seconds at most: nothing of it belongs on a writer.
namespace sign_in::actions {

// What is kept of a provider, and how long: what it says of itself for a day; its keys for an hour, and up to
// a day where it does not answer. A token with a key that nobody knows has them fetched again, once a minute.
inline constexpr std::int64_t document_is_kept_for = 24 * hours;
inline constexpr std::int64_t keys_are_kept_for = 1 * hours;
inline constexpr std::int64_t old_keys_are_kept_for = 24 * hours;
inline constexpr std::int64_t keys_are_asked_for_every = 1 * minutes;

Expected<proofs::ProviderDocument, OpenIdFault> document_of(visits::Provider const& provider, Instant now);

// Exchanges the code of the errand for a token and reads it; a token with any fault is refused.
Expected<proofs::IdToken, OpenIdFault> token_for(
    visits::Provider const& provider,
    Errand const& errand,
    std::string const& return_address,
    std::string const& code,
    Instant now
);

}  // namespace sign_in::actions
