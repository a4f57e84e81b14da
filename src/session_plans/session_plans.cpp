#include "session_plans/session_plans.hpp"

#include <algorithm>

namespace session_plans {

bool SessionPlan::is_for(AreaId const& area) const { return std::ranges::find(areas, area) != areas.end(); }

std::string as_a_beginning(SessionPlan const& plan) {
    auto text = plan.title + " (" + std::to_string(plan.minutes) + " minutes)\n";
    if (!plan.needed.empty()) text += "Needed: " + plan.needed + "\n";
    return text + "\n" + plan.steps;
}

std::string path() { return "/session-plans"; }
std::string path_of(SessionPlanId const& plan) { return path() + "/" + std::string(plan.text()); }

}  // namespace session_plans
