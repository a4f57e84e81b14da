#include "comparison/stage_actions.hpp"

#include "comparison/rules.hpp"
#include "comparison/store.hpp"

namespace comparison::actions {

StageScores scores_of_stage(
    Visit const& visit, std::string const& year_group, std::span<schools::Period const> periods
) {
    auto const years = same_stage(year_group);
    if (years.empty()) return {};
    schools::Period const measured{.starts_on = periods.back().starts_on, .ends_on = periods.front().ends_on};
    auto const referred = store::ever_referred(visit.db, visit.school, measured, years);
    StageScores stage{.terms = {}, .referred = {referred.begin(), referred.end()}};
    for (auto const& period : periods) {
        std::map<ClassId, std::vector<ScoreOf>> classes;
        for (auto const& score : store::scores_of_stage(visit.db, visit.school, period, years))
            classes[score.class_id].push_back(score);
        auto& term = stage.terms.emplace_back();
        for (auto const& [class_id, scores] : classes) term.emplace(class_id, latest_of(scores));
    }
    return stage;
}

}  // namespace comparison::actions
