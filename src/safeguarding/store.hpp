#pragma once

#include <vector>

#include "db/connection.hpp"
#include "safeguarding/safeguarding.hpp"

namespace safeguarding::store {

// Every pointer of the pupil, latest first.
std::vector<Pointer> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil);

// The case that the pointer belongs to, where one is open.
std::optional<CaseId> open_case_of(db::Connection& db, SchoolId school, PupilId const& pupil);

void add(
    db::Connection& db,
    SchoolId school,
    PupilId const& pupil,
    std::optional<CaseId> const& the_case,
    Pointer const& pointer,
    StaffId const& noted_by
);

// Where the school's CPOMS is; empty where it has not said.
std::string cpoms_address(db::Connection& db, SchoolId school);

}  // namespace safeguarding::store
