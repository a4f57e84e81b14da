#pragma once

#include <optional>

#include "pupils/pupils.hpp"
#include "visits/visit.hpp"

namespace pupils::actions {

// Notes as whom this contact works at the school, or that they don't: from then on they see nothing of the
// case there.
void note_work(Visit& visit, ContactId const& contact, std::optional<visits::StaffId> const& staff);

}  // namespace pupils::actions
