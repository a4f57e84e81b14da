#pragma once

#include <vector>

#include "agencies/agencies.hpp"
#include "db/connection.hpp"

namespace agencies::store {

// All advice about the case, the latest first.
std::vector<Advice> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);

void add(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    AdviceId const& id,
    AdviceInput const& said,
    StaffId const& by,
    Instant at
);

}  // namespace agencies::store
