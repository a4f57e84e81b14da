#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "story/move.hpp"

namespace story {

// "Sam's"
std::string of(std::string_view forename);

// Said of one child, and on Today of several at once: then nobody is named.
inline constexpr std::string_view decide_the_next_step = "Decide the next step";
// "Decide what follows now that Sam's support has stopped"
std::string decide_after_the_stop(std::string_view forename = {});
// "Decide what follows now that consent for Sam was refused"
std::string decide_after_the_refusal(std::string_view forename = {});

// What is to be done where the case stands; empty where nobody can do anything today.
std::optional<Move> move_in(cases::Status const& status, About const& about);

}  // namespace story
