#include "assessments/lead_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace assessments {

using strategies::TargetArea;

StrandAreas areas_of_strands(
    Instrument const& instrument, StrandAreas const& ticked, std::vector<TargetArea> const& schools
) {
    StrandAreas strands;
    for (auto const& scale : scales_of(instrument))
        if (auto const found = ticked.find(scale.code); found != ticked.end()) strands.insert(*found);
    if (!strands.empty()) return strands;
    for (auto const& scale : scales_of(instrument))
        for (auto const& name : scale.areas)
            for (auto const& area : schools)
                if (text::folded(area.name) == text::folded(name)) strands[scale.code].push_back(area.id);
    return strands;
}

std::vector<std::string> names_of(std::vector<AreaId> const& ids, std::vector<TargetArea> const& schools) {
    std::vector<std::string> names;
    for (auto const& area : schools)
        if (std::ranges::find(ids, area.id) != ids.end()) names.push_back(area.name);
    return names;
}

StrandAreas moved_since(StrandAreas const& stood, StrandAreas const& stands, Instrument const& instrument) {
    StrandAreas moved;
    for (auto const& scale : scales_of(instrument)) {
        auto const before = of_strand(stood, scale.code);
        auto now = of_strand(stands, scale.code);
        if (!std::ranges::is_permutation(before, now)) moved.emplace(scale.code, std::move(now));
    }
    return moved;
}

WaysOn ways_on(
    StrandAreas const& strands,
    std::vector<TargetArea> const& schools,
    std::vector<session_plans::SessionPlan> const& plans
) {
    WaysOn ways;
    for (auto const& [scale, areas] : strands)
        for (auto const& area : schools) {
            if (std::ranges::find(areas, area.id) == areas.end()) continue;
            auto const are_for_it = [&](auto const& plan) { return plan.is_for(area.id); };
            ways[scale].push_back({area, static_cast<std::size_t>(std::ranges::count_if(plans, are_for_it))});
        }
    return ways;
}

}  // namespace assessments
