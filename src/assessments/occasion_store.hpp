#pragma once

#include "assessments/assessments.hpp"
#include "assessments/stage.hpp"
#include "db/connection.hpp"

namespace assessments::store {

// By the sessions of the case's places; those of an allocation that was undone are none of the child's.
Stage stage_of(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace assessments::store
