#pragma once

#include <vector>

#include "db/connection.hpp"
#include "moving/summary.hpp"

// What a pack is made from, where no other room keeps it together.
namespace moving::gathering_store {

// The places of the case but for those given by mistake, the first first.
std::vector<Supported> places(db::Connection& db, SchoolId school, CaseId const& the_case);

// The impact reviews that stand.
std::vector<Reviewed> reviews(db::Connection& db, SchoolId school, CaseId const& the_case);

// What was written up of the sessions that the child came to, in their order.
std::vector<Written> sessions(db::Connection& db, SchoolId school, CaseId const& the_case);

// What the child said there. Asked for by the child's word alone.
std::vector<Said> confided(db::Connection& db, SchoolId school, CaseId const& the_case);

}  // namespace moving::gathering_store
