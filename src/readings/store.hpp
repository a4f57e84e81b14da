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

// Whether somebody was refused just this, for the same reason, after this time.
bool stands_since(db::Connection& db, OfPage const& page, Refusal const& refusal, Instant since);

// Keeps which children the list of this id holds, once.
void keep_list(
    db::Connection& db, SchoolId school, std::string const& list, std::vector<std::string> const& children
);
// The ids of the children of a list, in their order.
std::vector<std::string> children_of_list(db::Connection& db, SchoolId school, std::string const& list);

// Of the school's log so many entries at the most, from this number on.
std::vector<Entry> from(db::Connection& db, SchoolId school, std::int64_t number, std::int64_t most);

// How often the pupil was read of on pages of their own; and so many of these reads, the newest first, after
// so many.
std::int64_t count_of_pupil(db::Connection& db, SchoolId school, pupils::PupilId const& pupil);
std::vector<Entry> of_pupil(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
);
// The same of pages about the pupil that were refused.
std::int64_t count_of_refusals(db::Connection& db, SchoolId school, pupils::PupilId const& pupil);
std::vector<Entry> refusals_of(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
);
// The same of lists that the pupil stood on.
std::int64_t count_of_lists_with(db::Connection& db, SchoolId school, pupils::PupilId const& pupil);
std::vector<Entry> of_lists_with(
    db::Connection& db, SchoolId school, pupils::PupilId const& pupil, std::int64_t most, std::int64_t after
);

}  // namespace readings::store
