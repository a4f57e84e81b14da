#pragma once

#include "safeguarding/handover.hpp"
#include "visits/visit.hpp"

namespace safeguarding {

// Sets both and records it; false where somebody changed the school's details since this version.
bool set_up_cpoms(Visit& visit, int version, CpomsSettings const& settings);

// Queues the pointer where the school hands pointers over.
void hand_over(Visit& visit, PointerId const& pointer);

// Lets a pointer that has not arrived be tried at once, and records it; false where there is none such.
bool try_again(Visit& visit, PointerId const& pointer);

}  // namespace safeguarding
