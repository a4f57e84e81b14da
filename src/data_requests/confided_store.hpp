#pragma once

#include <vector>

#include "data_requests/confided.hpp"
#include "db/connection.hpp"

namespace data_requests::confided_store {

// The adults to whom the child confided something who asks; nobody where another asks. Reads no word of it.
std::vector<Confided> to_whom(db::Connection& db, SchoolId school, RequestId const& request);

// What the child of this request said in confidence to this adult, the oldest first.
std::vector<SaidInConfidence> said_to(
    db::Connection& db, SchoolId school, RequestId const& request, StaffId const& adult
);

// That the child was given it on this day by that adult; or why it can't be.
void give(
    db::Connection& db, SchoolId school, RequestId const& request, StaffId const& by, Date on, Instant now
);
void give_up(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    StaffId const& adult,
    std::string const& why,
    StaffId const& by,
    Instant now
);

}  // namespace data_requests::confided_store
