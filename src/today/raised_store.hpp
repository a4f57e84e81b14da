#pragma once

#include <vector>

#include "db/connection.hpp"
#include "today/today.hpp"

namespace today::raised_store {

// Concerns that this person wrote, the latest first: of open cases, and of those that a next step has closed
// since.
std::vector<Raised> raised_by(
    db::Connection& db, SchoolId school, StaffId const& person, Instant closed_since, Date today
);

// Concerns that this person wrote since then, the latest first, whatever became of them; without why a case
// ended.
std::vector<Raised> written_since(db::Connection& db, SchoolId school, StaffId const& person, Instant since);

}  // namespace today::raised_store
