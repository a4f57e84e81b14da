#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "cases/cases.hpp"
#include "cases/rules.hpp"
#include "visits/visit.hpp"

namespace cases {

// Takes the step today, or as of the earlier day on which it happened, by whoever visits (a parent's own link
// takes it for nobody), and records it; refuses what the order does not allow.
Expected<StepId, Refusal> take(
    Visit& visit, CaseId const& the_case, Step step, std::string reason = {}, std::optional<Date> on = {}
);

// What stands in the way's order against undoing the step, whatever the reason; empty where nothing does.
std::optional<Refusal> obstacle_to_undoing(Visit const& visit, CaseId const& the_case, Step step);

// Undoes the step alone with a reason; history keeps it, and the step can be taken again. What hung on it is
// for the room that added it to take back, as programmes::undo_allocation does; story::undo does it for any
// step.
Expected<void, Refusal> undo(Visit& visit, CaseId const& the_case, Step step, std::string const& reason);

// What stands against opening the closed case again; empty where nothing does.
std::optional<Refusal> obstacle_to_reopening(Visit const& visit, CaseId const& the_case);

// Undoes the closing with a reason; history keeps it.
Expected<void, Refusal> reopen(Visit& visit, CaseId const& the_case, std::string const& reason);

// Opens a case for the pupil, or gives the one that is open.
CaseId open_for(Visit& visit, PupilId const& pupil);

// Ends the case; a later need opens a case of its own. Closing a closed case changes nothing.
void close(Visit& visit, CaseId const& the_case, std::string why);

}  // namespace cases
