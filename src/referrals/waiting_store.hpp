#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "referrals/waiting.hpp"

namespace referrals::waiting_store {

// Everyone who waits for a place today, in the order of the list. Who has been written to has left it.
std::vector<WaitingLine> list(db::Connection& db, SchoolId school, Date today);

// The place of the case on the list; empty where it does not wait.
std::optional<Waiting> find(db::Connection& db, SchoolId school, CaseId const& the_case);

// At the end of the list.
void add(
    db::Connection& db,
    SchoolId school,
    WaitingId const& waiting,
    CaseId const& the_case,
    WaitingInput const& said,
    Date since_on
);

// Takes the child off the list; the line that ended.
std::optional<WaitingId> end(db::Connection& db, SchoolId school, CaseId const& the_case, Date on);

// Puts the child back where that step stands, on the line that ended last; that line.
std::optional<WaitingId> take_up_again(db::Connection& db, SchoolId school, CaseId const& the_case);

// A new review-by date, and what is offered meanwhile. False where someone changed it since this version.
bool change(
    db::Connection& db, SchoolId school, Waiting const& waiting, WaitingInput const& said, int version
);

void set_position(db::Connection& db, SchoolId school, WaitingId const& waiting, int position);

// Why the child stands where people put it.
void set_position_reason(
    db::Connection& db, SchoolId school, WaitingId const& waiting, std::string const& reason
);

}  // namespace referrals::waiting_store
