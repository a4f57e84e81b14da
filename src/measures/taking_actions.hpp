#pragma once

#include <optional>
#include <vector>

#include "base/expected.hpp"
#include "measures/class_on_day.hpp"
#include "visits/visit.hpp"

namespace measures::actions {

// Of a class that the visitor teaches today, on a day up to today since its school year began. Empty
// otherwise.
std::optional<ClassOnDay> open_class(Visit const& visit, ClassId const& class_id, Date day);

// Notes for the log of reads that the visitor read how these pupils get on.
void note_read(Visit const& visit, ClassOnDay const& on_day);

// Every taking of the class, the latest first; the visitor's own children count for nothing.
std::vector<TakingSoFar> takings_of(Visit const& visit, ClassId const& class_id);

// Saves every entry that was touched and differs from what stands, each on its own line of the log; the
// taking begins with the first. Refused as a whole where somebody else entered other scores meanwhile: which,
// to be chosen between. Says how many were saved.
Expected<int, std::vector<EnteredMeanwhile>> enter(
    Visit& visit, ClassOnDay const& on_day, std::vector<Entry> const& entries
);

// Whoever of the class today lacks a score of the occasion that today lies in; the visitor's own children are
// left out.
std::vector<PupilId> who_lack_one(Visit const& visit, ClassId const& class_id);

// The classes that the visitor teaches which lack some measures of the occasion that today lies in.
std::vector<StillToTake> still_to_take(Visit const& visit);

}  // namespace measures::actions
