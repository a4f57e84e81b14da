#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "sign_in/sign_in.hpp"
#include "sign_in/way_changes.hpp"

namespace sign_in::store {

void add(db::Connection& db, AccountId const& account, std::string const& id, Changed const& changed);
// The latest first.
std::vector<Changed> changes_since(db::Connection& db, AccountId const& account, Instant since);
// False where there was none that nobody was shown yet.
bool note_shown(db::Connection& db, AccountId const& account, Instant now);

}  // namespace sign_in::store
