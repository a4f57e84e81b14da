#include <algorithm>

#include "cases/actions.hpp"
#include "cases/another_place_actions.hpp"
#include "cases/another_place_rules.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "programmes/actions.hpp"
#include "programmes/change_store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/waiting_actions.hpp"
#include "staff/actions.hpp"

// How a child comes to a place, and leaves it.
namespace programmes {
namespace {

using records::text_of;

// The agreed areas come along; the child's own words for them are still to be found.
void carry_areas_over(Visit& visit, Place const& place) {
    for (auto const& area : store::agreed_areas(visit.db, visit.school, place.the_case)) {
        Target target;
        target.id = visit.new_id<TargetId>();
        target.place = place.id;
        target.area = area.id;
        store::add_target(visit.db, visit.school, target, visit.now);
        records::write(
            visit,
            {.action = records::Action::made,
             .subject = "target",
             .subject_id = text_of(target.id),
             .case_id = text_of(place.the_case),
             .fields = {{"area_id", "", text_of(area.id)}}}
        );
    }
}

bool are_few_weeks_left(Visit& visit, Programme const& programme) {
    auto const policy = policy_of_the_start(visit, programme);
    auto const left = weeks_left(store::sessions(visit.db, visit.school, programme.id), visit.today);
    return policy && leaves_few_weeks(programme, left, *policy);
}

}  // namespace

Expected<PlaceId, Refusal> allocate(
    Visit& visit, ProgrammeId const& id, CaseId const& the_case, std::string const& reason
) {
    auto const programme = store::find(visit.db, visit.school, id);
    auto const found = cases::store::find(visit.db, visit.school, the_case, visit.today);
    if (!programme || !found) return refuse(Refusal::changed_meanwhile);

    auto const places = store::places(visit.db, visit.school, id, visit.today);
    auto const form = store::chosen_form(visit.db, visit.school, the_case);
    auto const answers = consent::store::history(visit.db, visit.school, the_case);
    bool const form_fits = !form || *form == programme->form;
    bool const few_weeks = are_few_weeks_left(visit, *programme);
    auto const objection = objection_to_allocating(
        {.programme = programme->state(),
         .places = programme->places,
         .taken = static_cast<int>(std::ranges::count_if(places, &Place::is_open)),
         .consent_in_force = consent::in_force_on(answers, visit.today),
         .agreed_to_form = consent::in_force_to(answers, programme->form, visit.today),
         .deliverer_trained = staff::actions::is_trained(visit, programme->deliverer, visit.today),
         .deliverer_works_here =
             store::delivers_here(visit.db, visit.school, programme->deliverer, visit.today),
         .pupil_has_a_place = store::has_an_open_place(visit.db, visit.school, found->pupil.id),
         .form_fits = form_fits,
         .few_weeks = few_weeks,
         .reason_given = !reason.empty()}
    );
    if (objection) return refuse(*objection);
    bool const another = cases::may_have_another_place(found->facts, visit.today);
    if (found->facts.closed_at ||
        (!another && cases::objection_to_taking(found->facts.steps, cases::Step::allocation)))
        return refuse(Refusal::step_out_of_order);

    auto const why = form_fits && !few_weeks ? std::string() : reason;
    Place place;
    place.id = visit.new_id<PlaceId>();
    place.programme = id;
    place.the_case = the_case;
    place.allocated_on = visit.today;
    place.pupil = found->pupil;
    // Before the log is written: the gate may wait at the case for a withdrawal, which itself goes on to the
    // log.
    store::add_place(visit.db, visit.school, place, visit.staff(), visit.now);
    if (another) cases::make_way_for_another_place(visit, the_case);
    if (!cases::take(visit, the_case, cases::Step::allocation, why))
        return refuse(Refusal::step_out_of_order);
    referrals::leave_the_list(visit, the_case);
    carry_areas_over(visit, place);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "place",
         .subject_id = text_of(place.id),
         .case_id = text_of(the_case),
         .why = why,
         .fields = {{"programme_id", "", text_of(id)}}}
    );
    return place.id;
}

void end_place(Visit& visit, PlaceId const& id, cases::EndReason reason, std::string why) {
    auto const place = store::place(visit.db, visit.school, id, visit.today);
    if (!place || !place->is_open()) return;
    store::end_place(visit.db, visit.school, id, visit.today, reason);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "place",
         .subject_id = text_of(id),
         .case_id = text_of(place->the_case),
         .why = std::move(why),
         .fields = {{"end_reason", "", std::string(word(reason))}}}
    );
}

}  // namespace programmes
