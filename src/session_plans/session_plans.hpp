#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "base/id.hpp"
#include "strategies/strategies.hpp"

// A library of session plans that a school writes once and adapts (G10).
namespace session_plans {

using SessionPlanId = Id<struct SessionPlanTag>;

using strategies::TargetArea;

struct SessionPlan {
    SessionPlanId id;
    std::string title;
    int minutes = 0;
    std::string needed;  // what has to be at hand; empty: nothing
    std::string steps;
    int version = 1;
    std::vector<AreaId> areas = {};
    auto columns() { return std::tie(id, title, minutes, needed, steps, version); }

    bool is_for(AreaId const& area) const;
};

// What a person types to add a plan or to change one.
struct SessionPlanInput {
    std::string title;
    int minutes = 0;
    std::string needed;
    std::string steps;
    std::vector<AreaId> areas;
};

// The plan as the beginning of what a session's own plan says.
std::string as_a_beginning(SessionPlan const& plan);

// "/session-plans", "/session-plans/…"
std::string path();
std::string path_of(SessionPlanId const& plan);

}  // namespace session_plans
