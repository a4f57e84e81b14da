#pragma once

#include <map>
#include <string>
#include <vector>

#include "session_plans/session_plans.hpp"
#include "strategies/strategies.hpp"

// From a strand that needs support to what can be done about it.
namespace assessments {

// Target areas by the code of the strand or scale that leads to them.
using StrandAreas = std::map<std::string, std::vector<AreaId>>;

// The areas of the strand of this code; none where it leads nowhere.
inline std::vector<AreaId> of_strand(StrandAreas const& areas, std::string const& scale) {
    auto const found = areas.find(scale);
    return found == areas.end() ? std::vector<AreaId>{} : found->second;
}

// A target area with what the school has for it.
struct WayOn {
    strategies::TargetArea area;
    std::size_t plans = 0;  // session plans; 0 too for who plans no sessions
};
using WaysOn = std::map<std::string, std::vector<WayOn>>;

}  // namespace assessments
