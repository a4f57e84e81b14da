#pragma once

#include "visits/route.hpp"

namespace assessments {

// To which target areas strands of an instrument lead.
Routes lead_routes();

}  // namespace assessments
