#include "change/weeks_actions.hpp"

#include "assessments/viewing_actions.hpp"
#include "change/weeks_rules.hpp"
#include "change/weeks_store.hpp"
#include "impact/store.hpp"
#include "programmes/store.hpp"

namespace change::actions {

WeeksOfCase weeks_of(Visit& visit, CaseId const& the_case) {
    WeeksOfCase all{.support = store::support_of(visit.db, visit.school, the_case)};
    all.support.sessions_on = store::sessions_held(visit.db, visit.school, the_case);
    auto const held = assessments::held(visit, the_case);
    for (auto& view : weekly_views(held.assessments, held.instruments)) {
        std::vector<Weeks> said;
        for (std::size_t at = 0; at < view.series.size(); ++at) said.push_back(told(view, at, all.support));
        auto const& name = held.instruments.at(view.by).instrument.name;
        all.views.push_back({.instrument = name, .view = std::move(view), .told = std::move(said)});
    }
    if (auto const place =
            programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today)) {
        all.targets = programmes::store::targets(visit.db, visit.school, place->id);
        all.sessions = impact::store::weeks_of(visit.db, visit.school, place->id);
    }
    return all;
}

}  // namespace change::actions
