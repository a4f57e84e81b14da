#include "programmes/touched_actions.hpp"

#include "programmes/returning_store.hpp"
#include "programmes/store.hpp"

namespace programmes {

std::optional<Touched> touched_by_undoing_completion(Visit const& visit, CaseId const& the_case) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    auto const programme = place ? store::find(visit.db, visit.school, place->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    Touched touched{
        .programme = programme->name, .deliverer = programme->deliverer_name, .stay_completed = {}};
    for (auto const& other : store::places(visit.db, visit.school, programme->id, visit.today)) {
        if (other.id == place->place) continue;
        if (other.end_reason == cases::EndReason::completed)
            touched.stay_completed.push_back(other.pupil.name());
        if (!other.ended_on) touched.in_it.push_back(other.pupil.name());
    }
    return touched;
}

}  // namespace programmes
