#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "cases/rules.hpp"
#include "referrals/waiting.hpp"
#include "referrals/waiting_rules.hpp"
#include "visits/visit.hpp"

namespace referrals {

// Everyone who waits, in order; each line says whether the visitor may open the child's story.
std::vector<WaitingLine> waiting_list(Visit const& visit);

// Puts the case at the end of the list and takes the step.
Expected<void, std::string> put_on_list(Visit& visit, CaseId const& the_case, WaitingInput const& said);

// Looked at again: a new review-by date, and what is offered meanwhile.
Expected<void, WaitingRefusal> review(
    Visit& visit, CaseId const& the_case, WaitingInput const& said, int version
);

// Moves the child to another place, with a reason; all others keep their order.
Expected<void, WaitingRefusal> move(Visit& visit, CaseId const& the_case, MoveInput const& wish);

// The child has found a place, or is not to wait any more.
void leave_the_list(Visit& visit, CaseId const& the_case, std::string const& why = {});

// Back to where the child waited before it left, while the step of waiting stands.
void return_to_the_list(Visit& visit, CaseId const& the_case, std::string const& why);

// Undoes the step of waiting, and the child leaves the list.
Expected<void, cases::Refusal> undo_waiting(Visit& visit, CaseId const& the_case, std::string const& reason);

}  // namespace referrals
