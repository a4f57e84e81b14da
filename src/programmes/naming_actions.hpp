#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Of whom the name would tell, among the children who have or had a place in the programme.
std::optional<std::string> child_named_in(Visit& visit, Programme const& programme, std::string const& name);

// Gives a programme that is not completed another name. Where it changed since `before`, changed_meanwhile.
Expected<void, Refusal> rename(Visit& visit, Programme const& before, std::string const& name);

}  // namespace programmes
