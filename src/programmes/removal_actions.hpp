#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// What stands against removing the programme; empty where nothing does.
std::optional<Refusal> obstacle_to_removing(Visit& visit, Programme const& programme);

// Takes a programme that was made by mistake out of every list. It stays on record, completed today, with the
// reason; what was planned is not held.
Expected<void, Refusal> remove(Visit& visit, ProgrammeId const& programme, std::string const& reason);

}  // namespace programmes
