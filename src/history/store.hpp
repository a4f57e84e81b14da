#pragma once

#include "db/connection.hpp"
#include "history/history.hpp"

namespace history::store {

// Whatever tells how the case of the child stood at the end of the day; the fields of the log's entries are
// still to be read from their details.
Past past_of(db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil, Date day);

// When the case was opened; empty where there is none.
std::optional<Instant> opened_at(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace history::store
