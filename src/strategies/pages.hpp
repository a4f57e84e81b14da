#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/page.hpp"
#include "strategies/strategies.hpp"

namespace strategies::pages {

std::string path();
std::string path_of(StrategyId const& strategy);

// The strategies of some areas as they stand within another page, such as that of a concern (I9).
h::Node shelf_list(std::vector<Shelf> const& shelves);

// The whole library; `may_edit` adds the ways to add and change.
design::Page library(
    design::FormGuard const& guard,
    std::vector<Shelf> const& shelves,
    std::optional<AreaId> const& chosen,
    bool may_edit,
    Answers const& area_answers
);

design::Page new_strategy(
    design::FormGuard const& guard, std::vector<TargetArea> const& areas, Answers const& answers
);

// `stands` is what stands now where someone changed it meanwhile: both texts are shown.
struct Edit {
    StrategyId strategy;
    int version = 1;
    std::optional<Strategy> stands = {};
};
design::Page edit_strategy(
    design::FormGuard const& guard,
    std::vector<TargetArea> const& areas,
    Edit const& edit,
    Answers const& answers
);

}  // namespace strategies::pages
