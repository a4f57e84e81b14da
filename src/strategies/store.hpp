#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "strategies/strategies.hpp"

namespace strategies::store {

// The areas that the school works on today, by name.
std::vector<TargetArea> areas(db::Connection& db, SchoolId school);

// The area of this name, in whatever case it was typed; closed ones too.
std::optional<TargetArea> area_named(db::Connection& db, SchoolId school, std::string const& name);

void add_area(db::Connection& db, SchoolId school, TargetArea const& area);

// Every area with its strategies, the school's own first; areas without any too.
std::vector<Shelf> shelves(db::Connection& db, SchoolId school);

// The shelves of these areas alone, in their order by name.
std::vector<Shelf> shelves_of(db::Connection& db, SchoolId school, std::span<AreaId const> areas);

std::optional<Strategy> find(db::Connection& db, SchoolId school, StrategyId const& strategy);

void add(db::Connection& db, SchoolId school, Strategy const& strategy);

// From now on it is the school's own. False where someone changed it since this version.
bool change(
    db::Connection& db, SchoolId school, StrategyId const& strategy, StrategyInput const& input, int version
);

}  // namespace strategies::store
