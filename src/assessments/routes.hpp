#pragma once

#include "visits/route.hpp"

namespace assessments {

// The pages of a child's assessments.
Routes routes();
// Those of the school's instruments.
Routes instrument_routes();

}  // namespace assessments
