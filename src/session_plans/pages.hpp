#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/page.hpp"
#include "session_plans/session_plans.hpp"

namespace session_plans::pages {

struct Library {
    std::vector<SessionPlan> plans;
    std::vector<TargetArea> areas;
    std::optional<AreaId> chosen;  // only plans for it are shown
};
design::Page library(Library const& library);

// Plans to open within another page, each with what leads on from it.
h::Node plans_to_open(
    std::vector<SessionPlan> const& plans,
    std::vector<TargetArea> const& areas,
    h::Node (*leads_on)(SessionPlan const&, std::string const&),
    std::string const& where
);

design::Page new_plan(
    design::FormGuard const& guard, std::vector<TargetArea> const& areas, Answers const& answers
);

// `stands` is what stands now where someone changed it meanwhile: both texts are shown.
struct Edit {
    SessionPlanId plan;
    int version = 1;
    std::optional<SessionPlan> stands = {};
};
design::Page edit_plan(
    design::FormGuard const& guard,
    std::vector<TargetArea> const& areas,
    Edit const& edit,
    Answers const& answers
);

}  // namespace session_plans::pages
