#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.hpp"
#include "session_plans/session_plans.hpp"

namespace session_plans::store {

// Every plan of the school, by title.
std::vector<SessionPlan> all(db::Connection& db, SchoolId school);

// Those that are for one of these areas, by title.
std::vector<SessionPlan> of_areas(db::Connection& db, SchoolId school, std::span<AreaId const> areas);

std::optional<SessionPlan> find(db::Connection& db, SchoolId school, SessionPlanId const& plan);

// Whether another plan has this title, in whatever case it was typed.
bool is_titled(db::Connection& db, SchoolId school, std::string const& title, SessionPlanId const& but_for);

void add(db::Connection& db, SchoolId school, SessionPlan const& plan);

// False where someone changed it since this version.
bool change(
    db::Connection& db, SchoolId school, SessionPlanId const& plan, SessionPlanInput const& input, int version
);

}  // namespace session_plans::store
