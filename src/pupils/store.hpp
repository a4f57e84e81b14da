#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "pupils/details.hpp"
#include "pupils/pupils.hpp"

namespace pupils::store {

// Who it is, with the class of today; empty where the school has no such pupil.
std::optional<Pupil> find(db::Connection& db, SchoolId school, PupilId const& pupil);

// Everything kept of one pupil.
std::optional<KnownPupil> known(db::Connection& db, SchoolId school, PupilId const& pupil);

// Everything kept of every pupil, those who left too.
std::vector<KnownPupil> all_known(db::Connection& db, SchoolId school);

// How many pupils are on roll on the day.
std::int64_t on_roll(db::Connection& db, SchoolId school, Date day);

// A new pupil on the roll, found by every part of their names from now on.
void add(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details, Date joined_on);

// False where someone changed the pupil since this version.
bool change(db::Connection& db, SchoolId school, PupilId const& pupil, Details const& details, int version);

// Lets the pupil be found by every part of the names that are kept of them now.
void find_by_names_again(db::Connection& db, SchoolId school, PupilId const& pupil);

// Sets the day from which the pupil is gone; none: back on roll.
void set_left(db::Connection& db, SchoolId school, PupilId const& pupil, std::optional<Date> left_on);

}  // namespace pupils::store
