#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "safeguarding/handover.hpp"

namespace safeguarding::store {

// What the school hands over; nothing where it has not said.
HandsOver hands_over(db::Connection& db, SchoolId school);
void set(db::Connection& db, SchoolId school, HandsOver hands_over);

// Puts the pointer into the queue.
void queue(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now);

// How far each pointer of the pupil has come, of those that are handed over at all.
std::vector<Handover> handovers_of(db::Connection& db, SchoolId school, PupilId const& pupil);
// The same of the whole school, what is not there yet first, and then the latest; at most 50.
std::vector<Handover> handovers(db::Connection& db, SchoolId school);

std::vector<SchoolId> schools(db::Connection& db);

// The one that has been due the longest.
std::optional<Due> due(db::Connection& db, SchoolId school, Instant now);

// Makes it this courier's until then; false where another has it or it is no longer due.
bool claim(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now, Instant until);

// Where the try after so many leaves the pointer: arrived, to be tried again, or given up. False where it is
// settled already, or somebody else has tried since.
bool mark(
    db::Connection& db,
    SchoolId school,
    PointerId const& pointer,
    int tries_before,
    HandoverState state,
    Instant now,
    std::optional<Instant> next_try_at
);
// Keeps the try of this number; an empty fault says that it was taken.
void note_try(
    db::Connection& db,
    SchoolId school,
    PointerId const& pointer,
    int number,
    Instant now,
    std::string const& fault
);

// Lets it be tried at once, with patience anew; false where it has arrived or is not there.
bool ask_again(db::Connection& db, SchoolId school, PointerId const& pointer, Instant now);

}  // namespace safeguarding::store
