#pragma once

#include "cases/cases.hpp"
#include "db/connection.hpp"

// What came after consent was withdrawn.
namespace cases::store {

// How many sessions were held on days after this one in which the child of the case took part, as far as the
// registers and evaluations say: a withdrawal may come to the record days after it was said.
int sessions_held_after(db::Connection& db, SchoolId school, CaseId const& the_case, Date day);

}  // namespace cases::store
