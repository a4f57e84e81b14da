#pragma once

#include <optional>
#include <string>

#include "base/instant.hpp"
#include "db/connection.hpp"

namespace county::store {

// The county's nurture team, an organisation of its own among the schools.
struct Team {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// Nothing where none was made.
std::optional<Team> team(db::Connection& db);
void add(db::Connection& db, Team const& team, Instant now);

}  // namespace county::store
