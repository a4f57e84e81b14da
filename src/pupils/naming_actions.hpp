#pragma once

#include <string>

#include "pupils/naming_rules.hpp"
#include "visits/visit.hpp"

namespace pupils::actions {

// Whose names tell of somebody else than the person with this id, a child, a contact or one of the staff: of
// all children and contacts of the school.
OtherPeople others_beside(Visit const& visit, std::string const& person);

}  // namespace pupils::actions
