#pragma once

#include <optional>
#include <string>

#include "db/connection.hpp"
#include "moving/moving.hpp"

// Links to packs. They are found by their token's hash before any school has been entered.
namespace moving::link_store {

// The link, with its school entered.
std::optional<Link> find(db::Connection& db, std::string const& token_hash);

// Keeps a new link to a pack, with its school entered.
void add(db::Connection& db, Link const& link);

// Ends the link of a pack that was received; false where it is closed already.
bool end(db::Connection& db, SchoolId school, PackId const& pack, Instant now);

// Counts a wrong code and gives how many there have been. The last that is allowed closes the link.
int count_wrong_try(db::Connection& db, Link const& link, Instant now);

}  // namespace moving::link_store
