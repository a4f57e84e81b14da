#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/ways.hpp"

namespace sign_in::store {

std::optional<AuthenticatorApp> app(db::Connection& db, AccountId const& account);
// In place of one that no code confirmed.
void begin_app(db::Connection& db, AccountId const& account, std::string const& sealed_secret, Instant now);
void confirm_app(db::Connection& db, AccountId const& account, std::int64_t step, Instant now);
void use_step(db::Connection& db, AccountId const& account, std::int64_t step);
// With its recovery codes, and whoever waits for a code of it.
void remove_app(db::Connection& db, AccountId const& account);

// Everybody's. Set again they are other bytes of the same secrets, past the gate that lets a secret stand.
std::vector<SealedApp> sealed_apps(db::Connection& db);
void seal_again(db::Connection& db, std::vector<SealedApp> const& apps);

// In place of all that there were.
void keep_recovery_codes(
    db::Connection& db, AccountId const& account, std::vector<std::string> const& hashes, Instant now
);
// False where it is none, or was used before.
bool use_recovery_code(db::Connection& db, AccountId const& account, std::string const& hash, Instant now);
std::int64_t recovery_codes_left(db::Connection& db, AccountId const& account);

// That the account's password was right, for whoever brings the token.
void await_code(db::Connection& db, std::string const& token_hash, AccountId const& account, Instant now);
std::optional<AccountId> who_is_awaited(db::Connection& db, std::string const& token_hash, Instant since);
void end_awaiting(db::Connection& db, AccountId const& account);
void forget_awaited_before(db::Connection& db, Instant before);

}  // namespace sign_in::store
