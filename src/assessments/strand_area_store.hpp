#pragma once

#include <map>
#include <string>

#include "assessments/leads.hpp"
#include "db/connection.hpp"

namespace assessments::store {

// What the school ticked for strands of the instrument of this code, in any version.
StrandAreas strand_areas(db::Connection& db, SchoolId school, std::string const& instrument);

// The same of every instrument, by its code.
std::map<std::string, StrandAreas> strand_areas(db::Connection& db, SchoolId school);

// Puts these in the place of what was ticked before for the strand of this code.
void set_strand_areas(
    db::Connection& db,
    SchoolId school,
    std::string const& instrument,
    std::string const& scale,
    std::vector<AreaId> const& areas
);

}  // namespace assessments::store
