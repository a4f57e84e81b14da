#include "overviews/actions.hpp"

#include <algorithm>

#include "assessments/instrument_store.hpp"
#include "assessments/lead_actions.hpp"
#include "need_to_know/actions.hpp"
#include "overviews/rules.hpp"
#include "overviews/store.hpp"
#include "programmes/store.hpp"
#include "programmes/view_actions.hpp"

namespace overviews {
namespace {

Date a_year_before(Date day) { return calendar::years_later(day, -1); }

Instruments instruments_of(Visit const& visit, std::vector<RatedChild> const& children) {
    Instruments loaded;
    for (auto const& child : children)
        for (auto const& one : child.assessments)
            if (!loaded.contains(one.instrument))
                loaded.emplace(
                    one.instrument,
                    assessments::store::instrument(visit.db, visit.school, one.instrument).value()
                );
    return loaded;
}

// Leaves of each child what stands in a case in which the visitor sees how they get on, and no child of whom
// nothing is left.
void leave_what_is_seen(
    Visit const& visit, std::vector<RatedChild>& children, std::map<PupilId, need_to_know::Named>& names
) {
    need_to_know::Sight const sight(visit);
    for (auto& child : children) {
        std::map<CaseId, bool> seen;
        for (auto const& one : child.assessments) {
            if (seen.contains(one.the_case)) continue;
            auto const access = sight.of_case(child.pupil, one.the_case);
            bool const sees = access && access->sees(need_to_know::Zone::progress);
            seen.emplace(one.the_case, sees);
            if (sees) names.emplace(child.pupil.id, access->child());
        }
        std::erase_if(child.assessments, [&](auto const& one) { return !seen.at(one.the_case); });
    }
    std::erase_if(children, [](RatedChild const& child) { return child.assessments.empty(); });
}

Overview overview_of(Visit const& visit, std::vector<RatedChild> children) {
    Overview overview;
    leave_what_is_seen(visit, children, overview.names);
    auto const instruments = instruments_of(visit, children);
    auto const there = assessments::what_is_there(visit);
    for (auto& panel : panels_of(children, instruments)) {
        auto const& loaded = instruments.at(panel.instrument);
        auto strands = strands_of(panel, loaded);
        auto in_need = most_in_need(strands);
        overview.panels.push_back(
            {.panel = std::move(panel),
             .instrument = loaded,
             .strands = std::move(strands),
             .in_need = std::move(in_need),
             .ways = assessments::ways_on(there, loaded.instrument)}
        );
    }
    return overview;
}

void note_read_of(Visit const& visit, Overview const& overview) {
    std::vector<need_to_know::Listed> children;
    for (auto const& [pupil, child] : overview.names) children.emplace_back(child);
    need_to_know::note_list_of_progress(visit, children);
}

}  // namespace

Overview of_class(Visit const& visit, ClassId const& class_id) {
    auto overview =
        overview_of(visit, store::of_class(visit.db, visit.school, class_id, a_year_before(visit.today)));
    note_read_of(visit, overview);
    return overview;
}

std::optional<Overview> of_programme(Visit const& visit, programmes::Programme const& programme) {
    auto const sessions = programmes::store::sessions(visit.db, visit.school, programme.id);
    if (!programmes::may_open(visit, programme, sessions)) return std::nullopt;
    auto overview =
        overview_of(visit, store::of_programme(visit.db, visit.school, programme.id, visit.today));
    note_read_of(visit, overview);
    return overview;
}

Overview of_school(Visit const& visit) {
    auto const since = a_year_before(visit.today);
    return overview_of(visit, store::of_school(visit.db, visit.school, visit.today, since));
}

}  // namespace overviews
