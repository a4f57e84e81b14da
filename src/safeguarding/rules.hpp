#pragma once

#include <string>

#include "safeguarding/safeguarding.hpp"

namespace safeguarding {

enum class Refusal { in_the_future, too_long, reads_like_an_account };
std::string in_words(Refusal refusal);

// Why this can't be noted; empty where it can. A reference is one short line: one or two words with a figure
// in it, as CPOMS numbers its entries.
std::optional<Refusal> objection_to(std::string const& reference);
// What was put on CPOMS was put there before now.
std::optional<Refusal> objection_to(Instant put_at, Instant now);
std::optional<Refusal> objection_to(Entered const& entered, Instant now);

}  // namespace safeguarding
