#pragma once

#include "history/history.hpp"

namespace history {

// What the case would have been told from at the end of the day: what came later is left out, what was
// changed later has its former value. On a day after which nothing was logged it is what it is told from now.
story::Gathered as_it_stood(story::Gathered now, Past const& past);

// Whom the child had support from on that day, by name.
std::vector<std::string> supporters_of(story::Gathered const& stood);

// Where and when support was to be, as it stood that day: all that the headline says; empty without a place.
std::optional<story::Headline> headline_of(story::Gathered const& stood, Date day);

// Of cases that are closed, those that were closed by then.
std::vector<story::EarlierCase> closed_by(std::vector<story::EarlierCase> cases, Instant until);

// Why a day can't be looked back to.
std::optional<Refusal> objection_to(Date day, Date opened_on, Date today);

}  // namespace history
