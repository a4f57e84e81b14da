#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/openid.hpp"

namespace sign_in::store {

// By the provider's name.
std::vector<OpenIdTie> ties(db::Connection& db, AccountId const& account);
// Whose account the person at the provider is.
std::optional<OpenIdTie> tie_of(db::Connection& db, std::string const& issuer, std::string const& subject);
void add(db::Connection& db, OpenIdTie const& tie);
void note_use(db::Connection& db, OpenIdTieId const& tie, Instant now);
void remove_tie(db::Connection& db, OpenIdTieId const& tie);
void remove_ties(db::Connection& db, AccountId const& account);
// Ends what began by the provider's word on other devices than this.
void end_vouched(db::Connection& db, OpenIdTie const& tie, std::string const& this_token_hash, Instant now);

bool has_returned(db::Connection& db, std::string const& state_hash);
// False where an errand with this state has come back before.
bool note_return(db::Connection& db, std::string const& state_hash, Instant now);
void forget_returns_before(db::Connection& db, Instant before);

}  // namespace sign_in::store
