#pragma once

#include <vector>

#include "assessments/own_norms.hpp"
#include "design/form.hpp"
#include "html/html.hpp"

namespace assessments::pages {

// How far the school is with norms of its own in each view, and the way to make them; nothing of an
// instrument for which none are made, and nothing where the reader is told of no view.
h::Node own_norms(
    design::FormGuard const& guard, LoadedInstrument const& loaded, std::vector<OwnSoFar> const& so_far
);

// Where each score of the assessment lies among the school's own children; nothing where it is held against
// other norms, or none.
h::Node among_own(Assessment const& assessment, LoadedInstrument const& loaded);

}  // namespace assessments::pages
