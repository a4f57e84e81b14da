#pragma once

#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "safeguarding/handover.hpp"

namespace safeguarding::pages {

// Where the school's CPOMS opens, what is handed over, and what became of each pointer. It names no child: an
// administrator reads it too.
design::Page cpoms(
    SchoolId school,
    int version,
    std::vector<Handover> const& handovers,
    design::FormGuard const& guard,
    Answers const& answers
);

}  // namespace safeguarding::pages
