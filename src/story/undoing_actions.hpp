#pragma once

#include <optional>
#include <string>

#include "cases/rules.hpp"
#include "visits/visit.hpp"

// A child's way goes back by one step. Each room takes back what it added with the step.
namespace story {

// What stands against undoing the step today, whatever the reason; empty where nothing does.
std::optional<cases::Refusal> obstacle_to_undoing(
    Visit const& visit, CaseId const& the_case, cases::Step step
);

// Undoes the step with a reason, and what hung on it; history keeps it. Afterwards the step can be taken
// again.
Expected<void, cases::Refusal> undo(
    Visit& visit, CaseId const& the_case, cases::Step step, std::string const& reason
);

// Undoes the closing with a reason, and the next step where that closed the case; history keeps both.
Expected<void, cases::Refusal> reopen(Visit& visit, CaseId const& the_case, std::string const& reason);

}  // namespace story
