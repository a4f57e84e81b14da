#pragma once

#include <string>

#include "base/expected.hpp"
#include "staff/actions.hpp"
#include "visits/visit.hpp"

namespace county::actions {

enum class TeamRefusal { no_team, another_name, not_an_address, nobody_of_this_address };
// Says what is wrong and how to mend it.
std::string_view in_words(TeamRefusal refusal);

// Enters the county's team, and makes it first where there is none; a name is needed then alone. It says the
// same name as it has, where it says one.
Expected<void, TeamRefusal> enter_team(Visit& visit, std::string const& name);

// A link by which somebody of the team chooses a password. Who is new is added to the team first.
Expected<staff::actions::MadeLink, std::string> invite(Visit& visit, staff::PersonInput const& analyst);

// From today on whoever has this address no longer works there.
Expected<void, std::string> leave(Visit& visit, std::string const& address);

}  // namespace county::actions
