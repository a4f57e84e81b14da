#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/ways.hpp"

namespace sign_in::store {

// The first made first.
std::vector<OwnPasskey> passkeys(db::Connection& db, AccountId const& account);
// Found by what the passkey calls itself.
std::optional<KeptPasskey> passkey(db::Connection& db, std::string const& credential);
// What browsers are not asked to make a second time.
std::vector<std::string> credentials_of(db::Connection& db, AccountId const& account);
void add(db::Connection& db, KeptPasskey const& passkey, std::string const& name, Instant now);
void note_use(db::Connection& db, PasskeyId const& id, std::int64_t uses, Instant now);
// False where it is none of this account.
bool remove_passkey(db::Connection& db, AccountId const& account, PasskeyId const& id);
void remove_passkeys(db::Connection& db, AccountId const& account);

// A challenge by its hash; of nobody where somebody signs in.
struct Challenge {
    std::string hash;
    Purpose purpose{};
    std::optional<AccountId> account;
};
void add(db::Connection& db, Challenge const& challenge, Instant now);
// Ends it. False where there is none of these that was made since.
bool use(db::Connection& db, Challenge const& challenge, Instant since);
void forget_challenges_before(db::Connection& db, Instant before);

}  // namespace sign_in::store
