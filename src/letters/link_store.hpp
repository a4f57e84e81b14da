#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "letters/letters.hpp"

// Links that parents answer by. They are found by their token's hash before any school has been entered.
namespace letters::link_store {

std::optional<Link> find(db::Connection& db, std::string const& token_hash);

// The links of the case, newest first.
std::vector<Link> links_of(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(db::Connection& db, Link const& link);

// Ends every open link of this person in the case; says how many there were.
int revoke(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact, Instant now
);
// The same of everybody in the case; whose they were.
std::vector<ContactId> revoke_all(db::Connection& db, SchoolId school, CaseId const& the_case, Instant now);
void revoke_one(db::Connection& db, Link const& link, Instant now);

// Counts a wrong try and gives how many there have been since the last right one.
int count_wrong_try(db::Connection& db, Link const& link);
void forget_wrong_tries(db::Connection& db, Link const& link);

// Lets this person's newest link last until then, if it would end earlier and was not ended.
void extend_newest(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact, Instant expires_at
);

}  // namespace letters::link_store
