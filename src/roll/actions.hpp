#pragma once

#include "visits/visit.hpp"

// Whether a school keeps its pupils' ethnicity at all.
namespace roll::actions {

// Lets the school keep it, or keeps it no longer and erases what stands: of pupils, of records of before two
// became one, and of files that are on their way in. The same decision again changes nothing.
void decide_on_ethnicity(Visit& visit, bool keeps);

}  // namespace roll::actions
