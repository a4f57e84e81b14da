#pragma once

#include <string>

#include "cases/store.hpp"

// Steps and closings that are undone.
namespace cases::store {

using ClosingId = Id<struct ClosingTag>;

void undo_step(
    db::Connection& db,
    SchoolId school,
    StepTaken const& taken,
    StaffId const& by,
    Instant at,
    std::string const& reason
);

// True where the pupil has a case that was opened after this one and is open, or was referred.
bool later_case_stands(db::Connection& db, SchoolId school, CaseId const& the_case);
// Opens a closed case again; what stood is kept as a closing that was undone.
void reopen(
    db::Connection& db,
    SchoolId school,
    CaseId const& the_case,
    ClosingId const& id,
    StaffId const& by,
    Instant at,
    std::string const& reason
);
}  // namespace cases::store
