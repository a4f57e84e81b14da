#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "base/id.hpp"

namespace strategies {

using AreaId = Id<struct AreaTag>;
using StrategyId = Id<struct StrategyTag>;

// What support works on: one of the policy's areas, or one that the school added.
struct TargetArea {
    AreaId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// What a class teacher can do in the classroom at once (I9).
struct Strategy {
    StrategyId id;
    AreaId area;
    std::string title;
    std::string words;
    bool schools_own = false;
    int version = 1;
    auto columns() { return std::tie(id, area, title, words, schools_own, version); }
};

// The strategies of one area, the school's own first.
struct Shelf {
    TargetArea area;
    std::vector<Strategy> strategies;
};

// What a person types to add a strategy or to change one.
struct StrategyInput {
    AreaId area;
    std::string title;
    std::string words;
};

}  // namespace strategies

using strategies::AreaId;
