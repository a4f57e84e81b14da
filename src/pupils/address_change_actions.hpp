#pragma once

#include "pupils/address_changes.hpp"
#include "visits/visit.hpp"

namespace pupils::actions {

// Puts the change where the SENCo reads it. The command line and a demonstration are no person and tell
// nothing, and the SENCo knows what they changed themselves.
void tell_address_changed(Visit& visit, Contact const& before, std::string const& address);

// The visitor has seen it; false where it is none that waits for them.
bool see_address_change(Visit& visit, AddressChangeId const& id);

}  // namespace pupils::actions
