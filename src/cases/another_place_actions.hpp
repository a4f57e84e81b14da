#pragma once

#include "cases/cases.hpp"
#include "visits/visit.hpp"

namespace cases {

// Undoes what stands of the allocation and the start, so that they can be taken with another place; history
// keeps both.
void make_way_for_another_place(Visit& visit, CaseId const& the_case);

}  // namespace cases
