#pragma once

#include "visits/route.hpp"

namespace openings {

// The headteacher's opening of a case, and safeguarding's override.
Routes routes();

}  // namespace openings
