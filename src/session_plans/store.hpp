#pragma once

#include <array>
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

// What became of a plan that was to be kept. A title is taken where another plan has it, in whatever case.
enum class Kept { yes, title_taken, changed_meanwhile };
constexpr auto words(Kept) { return std::array{"yes", "title_taken", "changed_meanwhile"}; }

Kept add(db::Connection& db, SchoolId school, SessionPlan const& plan);

// Changed meanwhile is what is no longer of this version.
Kept change(
    db::Connection& db, SchoolId school, SessionPlanId const& plan, SessionPlanInput const& input, int version
);

}  // namespace session_plans::store
