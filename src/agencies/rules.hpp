#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agencies/agencies.hpp"
#include "visits/who.hpp"

namespace agencies {

// Who asks agencies and writes down what they said, of those who see the child's progress: SENCo, headteacher
// and Nurture Assistant.
bool may_note(visits::Who const& who);
// Who says that sharing who the child is has been agreed: the SENCo.
bool may_share(visits::Who const& who);

// Each field that holds one of the child's names, of which all stand in one text.
std::vector<Named> names_of_the_child(AdviceInput const& said, std::string const& names);

// Why this can't be noted; empty where it can.
std::optional<Refusal> objection_to(
    AdviceInput const& said, std::string const& names, bool may_share, Date today
);

}  // namespace agencies
