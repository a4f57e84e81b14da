#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "retention/retention.hpp"

namespace retention::store {

// The periods that the school has set itself, each the last of its category.
std::vector<Period> periods(db::Connection& db, SchoolId school);
void set_period(
    db::Connection& db,
    SchoolId school,
    PeriodId const& id,
    Period const& period,
    StaffId const& by,
    Instant now
);

// Every child with a case or a pointer, and who has left, by name; and one child.
std::vector<Record> records(db::Connection& db, SchoolId school);
std::optional<Record> record(db::Connection& db, SchoolId school, PupilId const& pupil);

// Holds in force, the oldest first; all of one child; and one of them.
std::vector<Hold> holds(db::Connection& db, SchoolId school);
std::vector<Hold> holds_of(db::Connection& db, SchoolId school, PupilId const& pupil);
std::optional<Hold> hold(db::Connection& db, SchoolId school, HoldId const& id);
void add_hold(
    db::Connection& db,
    SchoolId school,
    HoldId const& id,
    PupilId const& pupil,
    std::string const& reason,
    StaffId const& by,
    Instant now
);
void end_hold(
    db::Connection& db,
    SchoolId school,
    HoldId const& id,
    std::string const& why,
    StaffId const& by,
    Instant now
);

// Erasures, the newest first; those that wait for their second signature; one of them.
std::vector<Erasure> erasures(db::Connection& db, SchoolId school);
std::vector<Erasure> to_sign(db::Connection& db, SchoolId school);
std::optional<Erasure> erasure(db::Connection& db, SchoolId school, ErasureId const& id);
void sign_first(db::Connection& db, SchoolId school, Erasure const& erasure);
void take_back(db::Connection& db, SchoolId school, ErasureId const& id);
// From here on it names no child. Comes before what it certifies, which may be the child's own row.
void certify(db::Connection& db, SchoolId school, ErasureId const& id, StaffId const& by, Instant now);
// How many rows of which table went, said once.
void say_counts(db::Connection& db, SchoolId school, ErasureId const& id, std::string const& counts);
// Takes back whatever was signed for this child and is not erased.
void take_back_all_of(db::Connection& db, SchoolId school, PupilId const& pupil);

}  // namespace retention::store
