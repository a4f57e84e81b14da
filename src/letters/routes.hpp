#pragma once

#include "visits/route.hpp"

namespace letters {

// The template, letters and consent of a case, and the parent's own page.
Routes routes();

// The parts that routes() joins.
Routes template_routes();
Routes letter_routes();
Routes consent_routes();
Routes parent_routes();

}  // namespace letters
