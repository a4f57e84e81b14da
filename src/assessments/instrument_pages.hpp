#pragma once

#include <vector>

#include "assessments/own_norms.hpp"
#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"

namespace assessments::pages {

// What the school loaded, what comes with Withy, and a file of the school's own with its faults.
design::Page instruments(
    design::FormGuard const& guard,
    std::vector<LoadedInstrument> const& loaded,
    std::vector<Instrument> const& with_withy,
    Faults const& faults,
    Answers const& answers
);

// An instrument that comes with Withy, and what the school enters to load it.
struct Frame {
    Instrument instrument;
    std::vector<std::string> to_enter;  // codes of scales whose number of items is asked
    Faults faults;
};
design::Page frame(design::FormGuard const& guard, Frame const& frame, Answers const& answers);

// One instrument with its norms, how far the school is with its own, and a form for more of them.
design::Page instrument(
    design::FormGuard const& guard,
    LoadedInstrument const& loaded,
    std::vector<OwnSoFar> const& own,
    Faults const& faults,
    Answers const& answers
);

}  // namespace assessments::pages
