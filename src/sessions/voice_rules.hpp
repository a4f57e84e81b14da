#pragma once

#include <vector>

#include "records/records.hpp"
#include "sessions/sessions.hpp"

namespace sessions {

// The voice as it is kept: with who delivers, unless the child lets those who help see it; for nobody where
// nothing is said.
Voice kept_unless_shared(Voice voice);

// What the log keeps of what the child said: what those who help may see. Of the rest it says no more than
// that it changed, also of what they could see before the child said otherwise.
std::vector<records::FieldChange> changes_of_voice(Evaluation const& before, Evaluation const& after);

// The same of a face that goes with its session.
std::vector<records::FieldChange> taken_back(Voice const& voice);

}  // namespace sessions
