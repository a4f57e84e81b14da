#pragma once

#include "visits/route.hpp"

namespace safeguarding {

// Where CPOMS opens, and what is handed over to it.
Routes handover_routes();

}  // namespace safeguarding
