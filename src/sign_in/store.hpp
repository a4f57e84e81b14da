#pragma once

#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "db/connection.hpp"
#include "sign_in/sign_in.hpp"

namespace sign_in::store {

// The sign-in that this token's hash belongs to and that nobody has ended; its limits are the rules'
// business.
std::optional<Presence> presence(db::Connection& db, std::string const& token_hash);

// Name and roles in force on the day; empty where the person has left. The school has been entered.
std::optional<visits::Who> person(db::Connection& db, Presence const& presence, Date today);

void note_seen(db::Connection& db, std::string const& token_hash, Instant now);

}  // namespace sign_in::store
