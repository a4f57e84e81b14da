#pragma once

#include <vector>

#include "db/connection.hpp"
#include "pupils/address_changes.hpp"

namespace pupils::address_change_store {

void add(
    db::Connection& db,
    SchoolId school,
    AddressChangeId const& id,
    Contact const& before,
    std::string const& address,
    StaffId const& by,
    Instant at
);
// Those of others that nobody has seen yet, of adults who are asked for a child with an open case (C7),
// oldest first; once for each such child. Of the reader's own child none: at work nobody reads where the
// other parent is written to (N7).
std::vector<AddressChange> unseen(db::Connection& db, SchoolId school, StaffId const& reader);
// Whether there is such a change, seen or not, and it is of more than the reader's own child.
bool may_be_seen_by(db::Connection& db, SchoolId school, AddressChangeId const& id, StaffId const& reader);
void see(db::Connection& db, SchoolId school, AddressChangeId const& id, StaffId const& by, Instant at);

}  // namespace pupils::address_change_store
