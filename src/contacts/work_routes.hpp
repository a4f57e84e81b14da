#pragma once

#include "visits/route.hpp"

namespace contacts {

// Whether a contact works here. For who changes contacts, but for the child's own family.
Routes work_routes();

}  // namespace contacts
