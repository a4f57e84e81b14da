#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "letters/letters.hpp"

// Links that parents answer by. They are found by their token's hash before any school has been entered.
// Every letter brings one; those of one person in one case stand side by side, show the same page, share
// their wrong tries, and end together.
namespace letters::link_store {

std::optional<Link> find(db::Connection& db, std::string const& token_hash);

// The links of the case, newest first.
std::vector<Link> links_of(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(db::Connection& db, Link const& link);

// Ends every open link of this person in the case; says how many there were.
int revoke(
    db::Connection& db, SchoolId school, CaseId const& the_case, ContactId const& contact, Instant now
);
// Who in the case has a link that opens, each once.
std::vector<ContactId> whose_links_open(
    db::Connection& db, SchoolId school, CaseId const& the_case, Instant now
);
// Ends this person's open links that were e-mailed to another address than this one, which is theirs now.
void revoke_mailed_elsewhere(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ContactId const& contact,
    std::string const& address,
    Instant now
);

// Counts a wrong try at any of this person's links and gives how many there have been since the last right
// one, or since their latest letter.
int count_wrong_try(db::Connection& db, Link const& link);
void forget_wrong_tries(db::Connection& db, Link const& link);

// Lets this person's links last until then that open still, and the newest even where its time is over; none
// that was ended.
void extend(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ContactId const& contact,
    Instant now,
    Instant expires_at
);

}  // namespace letters::link_store
