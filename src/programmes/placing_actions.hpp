#pragma once

#include <optional>
#include <vector>

#include "programmes/placing.hpp"
#include "visits/visit.hpp"

namespace programmes {

// The child of the case, with what was agreed and what parents said; empty where the school has no such case.
std::optional<ToPlace> to_place(Visit& visit, CaseId const& the_case);

// True where the next step of the case is a place in a programme.
bool is_to_be_placed(Visit const& visit, CaseId const& the_case);

// Every programme with a place free and a session to come, in the order in which they start; after a number
// of queries that does not grow with them.
std::vector<Offer> offers(Visit& visit);

}  // namespace programmes
