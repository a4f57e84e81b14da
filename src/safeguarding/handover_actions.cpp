#include "safeguarding/handover_actions.hpp"

#include "records/actions.hpp"
#include "safeguarding/handover_store.hpp"
#include "schools/actions.hpp"
#include "schools/store.hpp"

namespace safeguarding {

bool set_up_cpoms(Visit& visit, int version, CpomsSettings const& settings) {
    auto const school = schools::store::school(visit.db, visit.school);
    if (!school) return false;
    // One version stands for both, so that nobody writes over what another set meanwhile.
    if (!schools::actions::change_details(
            visit,
            version,
            {.name = school->name, .telephone = school->telephone, .cpoms_address = settings.address}
        ))
        return false;

    auto const before = store::hands_over(visit.db, visit.school);
    if (before == settings.hands_over) return true;
    store::set(visit.db, visit.school, settings.hands_over);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "cpoms_connection",
         .subject_id = std::to_string(visit.school.number),
         .fields = {{"hands_over", std::string(word(before)), std::string(word(settings.hands_over))}}}
    );
    return true;
}

void hand_over(Visit& visit, PointerId const& pointer) {
    if (store::hands_over(visit.db, visit.school) == HandsOver::nothing) return;
    store::queue(visit.db, visit.school, pointer, visit.now);
}

bool try_again(Visit& visit, PointerId const& pointer) {
    if (!store::ask_again(visit.db, visit.school, pointer, visit.now)) return false;
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "handover",
         .subject_id = std::string(pointer.text()),
         .fields = {{"state", "", std::string(word(HandoverState::waiting))}}}
    );
    return true;
}

}  // namespace safeguarding
