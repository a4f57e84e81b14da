#pragma once

#include <optional>
#include <string>

#include "cases/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// What stands against undoing the start or the allocation: a session that was recorded for the place.
std::optional<cases::Refusal> obstacle_to_taking_back(Visit const& visit, CaseId const& the_case);

// Undoes the start: the child is to start again.
Expected<void, cases::Refusal> undo_start(Visit& visit, CaseId const& the_case, std::string const& reason);

// Undoes the allocation: the place is free again, and who waited for it waits again.
Expected<void, cases::Refusal> undo_allocation(
    Visit& visit, CaseId const& the_case, std::string const& reason
);

// What stands against the child's return into the completed programme; empty where nothing does.
std::optional<cases::Refusal> obstacle_to_returning(Visit const& visit, CaseId const& the_case);

// Undoes the completion: the programme runs again for this child. The others of a group stay as they were
// completed.
Expected<void, cases::Refusal> undo_completion(
    Visit& visit, CaseId const& the_case, std::string const& reason
);

}  // namespace programmes
