#pragma once

#include <optional>
#include <span>
#include <vector>

#include "assessments/pairing.hpp"

namespace assessments {

// Which two ratings by this instrument stand beside one another: the first on entry, or else the first of
// all, and the last of the same view. Both are whole: a short form is held beside others of its kind, week by
// week. Nothing where no view has two such ratings of different days.
std::optional<BeforeAndAfter> before_and_after(
    std::span<Assessment const> all, LoadedInstrument const& loaded
);

// Which one is drawn where no two are: the last that tells of the child, a whole one before a short one; else
// the last that stands. Nothing where none does.
Assessment const* drawn_alone(std::span<Assessment const> all, LoadedInstrument const& loaded);

// The later whole ratings by this instrument that stand and are not drawn, with why.
std::vector<NotDrawn> later_and_not_drawn(
    std::span<Assessment const> all, LoadedInstrument const& loaded, Assessment const& last_drawn
);

}  // namespace assessments
