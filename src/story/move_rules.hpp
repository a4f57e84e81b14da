#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "story/move.hpp"

namespace story {

// "Sam's"
std::string of(std::string_view forename);

// What is to be done where the case stands; empty where nobody can do anything today.
std::optional<Move> move_in(cases::Status const& status, About const& about);

}  // namespace story
