#pragma once

#include <optional>
#include <string>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"

// Programmes that were made by mistake.
namespace programmes::store {

bool had_a_child(db::Connection& db, SchoolId school, ProgrammeId const& programme);

void remove(
    db::Connection& db,
    SchoolId school,
    ProgrammeId const& programme,
    std::string const& reason,
    StaffId const& by,
    Instant at
);
std::optional<Removal> removal_of(db::Connection& db, SchoolId school, ProgrammeId const& programme);

}  // namespace programmes::store
