#pragma once

#include "installation/installation.hpp"

namespace installation::actions {

// What this process and its machine show about an installation that is set up so.
MachineFacts look_at_machine(Setup const& setup);

}  // namespace installation::actions
