#include "safeguarding/actions.hpp"

#include "records/actions.hpp"
#include "safeguarding/handover_actions.hpp"
#include "safeguarding/store.hpp"

namespace safeguarding {

Expected<PointerId, Refusal> note(Visit& visit, PupilId const& pupil, Entered const& entered) {
    if (auto const objection = objection_to(entered, visit.now)) return refuse(*objection);

    auto const the_case = store::open_case_of(visit.db, visit.school, pupil);
    Pointer const pointer{
        .id = visit.new_id<PointerId>(),
        .put_at = entered.put_at,
        .reference = entered.reference,
        .noted_by_name = visit.who.name,
        .noted_at = visit.now};
    store::add(visit.db, visit.school, pupil, the_case, pointer, visit.staff());
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "safeguarding_pointer",
         .subject_id = std::string(pointer.id.text()),
         .case_id = the_case ? std::optional(std::string(the_case->text())) : std::nullopt,
         .fields =
             {{"pupil_id", "", std::string(pupil.text())},
              {"put_at", "", calendar::in_words(pointer.put_at)},
              {"reference", "", pointer.reference}}}
    );
    hand_over(visit, pointer.id);
    return pointer.id;
}

}  // namespace safeguarding
