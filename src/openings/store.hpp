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
// The same in brief, the latest first, with which of them this person made or was told of.
std::vector<OverrideNoted> noted(
    db::Connection& db, SchoolId school, PupilId const& pupil, StaffId const& reader
);
// The latest first; of one pupil, or of the school but for a parent's or carer's own children: how many, and
// so many of them after so many.
std::vector<Override> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil);
std::int64_t count_of_others(db::Connection& db, SchoolId school, StaffId const& reader);
std::vector<Override> of_others(
    db::Connection& db, SchoolId school, StaffId const& reader, std::int64_t most, std::int64_t after
);

// Those that this person was told of and has not read.
std::vector<Override> to_read(db::Connection& db, SchoolId school, StaffId const& staff);
bool was_told(db::Connection& db, SchoolId school, OverrideId const& id, StaffId const& staff);

}  // namespace openings::store
