#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "db/connection.hpp"

namespace assessments::store {

// Every assessment of the case with its scores, the first one first; those that were taken back too.
std::vector<Assessment> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);

// With its scores and ratings of items.
// Other cases of the pupil in which they were rated, the latest first.
std::vector<CaseId> other_rated_cases(
    db::Connection& db, SchoolId school, PupilId const& pupil, CaseId const& but
);

void add(db::Connection& db, SchoolId school, Assessment const& assessment, Instant at);

// False where two adults agreed, or it was taken back, meanwhile.
bool agree(
    db::Connection& db, SchoolId school, AssessmentId const& assessment, StaffId const& by, Instant at
);
bool take_back(
    db::Connection& db,
    SchoolId school,
    Assessment const& assessment,
    StaffId const& by,
    Instant at,
    std::string const& why
);

// When the child of the case was born; nothing where the roll does not say.
std::optional<Date> born_on(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace assessments::store
