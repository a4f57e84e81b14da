#pragma once

#include <optional>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "consent/consent.hpp"
#include "visits/visit.hpp"

// How an answer or a decision comes to stand in a case, whoever brings it in.
namespace letters {

// What forbids an answer that lets support go on; empty where it may come.
std::optional<FieldError> objection_to_going_on(Visit& visit, CaseId const& the_case);

// Adds the answer to the history, by the rules, and does what follows from it: the step of consent, the end
// of the place, and the word to those whom it concerns. One answer of a case is taken in at a time.
Expected<consent::Standing, FieldError> take_in(
    Visit& visit, CaseId const& the_case, consent::Received received
);

}  // namespace letters
