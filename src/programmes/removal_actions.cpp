#include "programmes/removal_actions.hpp"

#include "programmes/removal_store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"

namespace programmes {

std::optional<Refusal> obstacle_to_removing(Visit& visit, Programme const& programme) {
    return objection_to_removing(
        programme,
        store::had_a_child(visit.db, visit.school, programme.id),
        store::sessions(visit.db, visit.school, programme.id)
    );
}

Expected<void, Refusal> remove(Visit& visit, ProgrammeId const& id, std::string const& reason) {
    auto programme = store::find(visit.db, visit.school, id);
    if (!programme) return refuse(Refusal::changed_meanwhile);
    if (auto const obstacle = obstacle_to_removing(visit, *programme)) return refuse(*obstacle);
    // Nothing is planned in a completed programme; and a removal asks for one, so that no place can follow.
    store::end_planned_sessions(visit.db, visit.school, id);
    programme->completed_on = visit.today;
    if (!store::change(visit.db, visit.school, *programme)) return refuse(Refusal::changed_meanwhile);
    store::remove(visit.db, visit.school, id, reason, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "programme",
         .subject_id = std::string(id.text()),
         .why = reason,
         .fields = {{"removed", "no", "yes"}, {"completed_on", "", calendar::iso(visit.today)}}}
    );
    return {};
}

}  // namespace programmes
