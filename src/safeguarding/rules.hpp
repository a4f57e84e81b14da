#pragma once

#include <string>

#include "safeguarding/safeguarding.hpp"

namespace safeguarding {

enum class Refusal { in_the_future, too_long, reads_like_an_account };
std::string in_words(Refusal refusal);

// Why this can't be noted; empty where it can. A reference is one short line: a number, or a few words at
// most.
std::optional<Refusal> objection_to(Entered const& entered, Instant now);

}  // namespace safeguarding
