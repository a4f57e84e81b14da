#pragma once

#include <string>

#include "base/expected.hpp"
#include "sign_in/ways.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// A challenge for a passkey to sign, once and within five minutes; of nobody where somebody signs in.
std::string new_challenge(Visit& visit, Purpose purpose);

// Whether browsers give passkeys to the address of this Withy.
bool passkeys_work_here(Visit const& visit);

// The visitor gets another passkey, where what the browser says of it is in order.
Expected<void, Refused> add_passkey(Visit& visit, NewPasskey const& input);
// Refused where it is the last second way while one is demanded.
Expected<void, Refused> remove_passkey(Visit& visit, PasskeyId const& id);

// Whose passkey was used, where everything about it is in order: to sign in, or by the visitor to prove that
// it is them. The challenge is used up in any case.
Expected<Account, Refused> prove_passkey(Visit& visit, PasskeyUse const& input, Purpose purpose);

}  // namespace sign_in::actions
