#pragma once

#include <optional>

#include "visits/route.hpp"

namespace pupils {

// Whether a contact works here. For who changes contacts, but for the child's own family.
Routes family_routes();

}  // namespace pupils
