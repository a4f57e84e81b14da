#include "programmes/touched_actions.hpp"

#include "need_to_know/actions.hpp"
#include "programmes/returning_store.hpp"
#include "programmes/store.hpp"

namespace programmes {

std::optional<Touched> touched_by_undoing_completion(Visit const& visit, CaseId const& the_case) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    auto const programme = place ? store::find(visit.db, visit.school, place->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    Touched touched{
        .programme = programme->name, .deliverer = programme->deliverer_name, .stay_completed = {}};
    need_to_know::Duty const duty(visit, visits::Permission::coordinate);
    for (auto const& other : store::places(visit.db, visit.school, programme->id, visit.today)) {
        auto const child = duty.names(other.pupil);
        if (other.id == place->place || !child) continue;
        if (other.end_reason == cases::EndReason::completed) touched.stay_completed.push_back(*child);
        if (!other.ended_on) touched.in_it.push_back(*child);
    }
    return touched;
}

}  // namespace programmes
