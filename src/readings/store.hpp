#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"
#include "readings/readings.hpp"

namespace readings::store {

// Where the school's log ends, as is kept beside it.
Head head(db::Connection& db, SchoolId school);
void move_head(db::Connection& db, SchoolId school, Head const& head);

void add(db::Connection& db, SchoolId school, Entry const& entry);

// Of the school's log so many entries at the most, from this number on.
std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most);

// How often the pupil was read of; and so many of these reads, the newest first, after so many.
std::int64_t count_of_pupil(db::Connection& db, SchoolId school, pupils::PupilId const& pupil);
std::vector<Entry> of_pupil(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
);

}  // namespace readings::store
