#pragma once

#include <optional>
#include <string>

#include "base/expected.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

namespace programmes {

// Of whom the name would tell, among the children who have or had a place in the programme and of whom the
// visitor may know.
std::optional<need_to_know::Named> child_named_in(
    Visit& visit, need_to_know::Sight const& sight, Programme const& programme, std::string const& name
);

// Gives a programme that is not completed another name. Where it changed since `before`, changed_meanwhile.
Expected<void, Refusal> rename(Visit& visit, Programme const& before, std::string const& name);

}  // namespace programmes
