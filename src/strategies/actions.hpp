#pragma once

#include <string>

#include "base/expected.hpp"
#include "strategies/strategies.hpp"
#include "visits/visit.hpp"

namespace strategies {

// Puts Withy's own strategies on the shelves of a school that has just begun, and adds the policy's areas
// that it lacks. Doing so again changes nothing.
void seed(Visit& visit);

enum class Refusal { unknown_area, area_exists, gone, changed_meanwhile };
std::string in_words(Refusal refusal);

// A strategy of the school's own.
Expected<StrategyId, Refusal> add(Visit& visit, StrategyInput const& input);

// What is changed becomes the school's own.
Expected<void, Refusal> change(
    Visit& visit, StrategyId const& strategy, StrategyInput const& input, int version
);

// A target area that the school adds to the policy's.
Expected<AreaId, Refusal> add_area(Visit& visit, std::string const& name);

}  // namespace strategies
