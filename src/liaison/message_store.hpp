#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "liaison/liaison.hpp"

namespace liaison::message_store {

std::optional<ParentMessage> find(db::Connection& db, SchoolId school, ParentMessageId const& message);

// Newest first.
std::vector<ParentMessage> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);

// What waits for this class teacher today, oldest first.
std::vector<ParentMessage> waiting_for(
    db::Connection& db, SchoolId school, StaffId const& teacher, Date today
);

void add(
    db::Connection& db,
    SchoolId school,
    ParentMessageId const& message,
    CaseId const& the_case,
    PupilId const& pupil,
    MessageInput const& said,
    StaffId const& by,
    Instant at
);

// False where somebody has dealt with it already.
bool handle(
    db::Connection& db,
    SchoolId school,
    ParentMessageId const& message,
    Handling const& handling,
    StaffId const& by,
    Instant at
);

}  // namespace liaison::message_store
