#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "openings/openings.hpp"

namespace openings::store {

struct Opening {
    OpeningId id;
    PupilId pupil;
    StaffId staff;
    std::string reason;
    Instant opened_at;
    Instant until_at;
};
void add(db::Connection& db, SchoolId school, Opening const& opening);

// An override's names are not written: they stand with the pupil and the person.
void add(db::Connection& db, SchoolId school, Override const& made);

// Who might be told of an override today.
std::vector<Answerable> answerable(db::Connection& db, SchoolId school, Date today);

// That this person is told of it; once they have read it, they are told no more.
void tell(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff);
bool read(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff, Instant now);

std::optional<Override> find(db::Connection& db, SchoolId school, OverrideId const& id);
// The latest first; of one pupil, or of the school the latest two hundred.
std::vector<Override> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil);
std::vector<Override> of_school(db::Connection& db, SchoolId school);

// Those that this person was told of and has not read.
std::vector<Override> to_read(db::Connection& db, SchoolId school, StaffId const& staff);
bool was_told(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff);

}  // namespace openings::store
