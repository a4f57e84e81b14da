#pragma once

#include <optional>
#include <vector>

#include "comparison/named_screen.hpp"
#include "visits/visit.hpp"

namespace comparison::actions {

// Of a class that the visitor teaches, as it was last measured. Empty for who does not teach it.
std::optional<ScreenOfClass> screen_of_class(Visit const& visit, ClassId const& class_id);

// Of every class that was measured in the term of today, by name, each a screen of its own, and which were
// not.
SchoolScreens screens_of_school(Visit const& visit);

// Notes for the log of reads that the visitor read how these pupils get on.
void note_read(Visit const& visit, std::vector<need_to_know::Named> const& shown);

}  // namespace comparison::actions
