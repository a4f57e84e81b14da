#pragma once

#include <optional>
#include <vector>

#include "cases/store.hpp"

// How the facts of many cases are read at once: a fixed number of queries, however many cases there are.
namespace cases::store {

// One case by its id, open or closed; where none is named, all that are open.
using Which = std::optional<CaseId>;

// The cases with their children, in the order of their ids.
std::vector<Case> with_facts(db::Connection& db, SchoolId school, Which const& which, Date today);

}  // namespace cases::store
