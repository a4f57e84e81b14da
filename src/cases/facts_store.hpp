#pragma once

#include <variant>
#include <vector>

#include "cases/store.hpp"

// How the facts of many cases are read at once: a fixed number of queries, however many cases there are. The
// words in them, such as why a step was taken, stay closed.
namespace cases::store {

// Which cases are asked for.
struct AllOpen {};
struct OpenRaisedBy {
    StaffId staff;  // wrote a concern in each of them
};
using Which = std::variant<CaseId, AllOpen, OpenRaisedBy>;  // one by its id may be closed

// The cases with their children, in the order of their ids.
std::vector<Case> with_facts(db::Connection& db, SchoolId school, Which const& which, Date today);

}  // namespace cases::store
