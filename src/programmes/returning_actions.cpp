#include "programmes/returning_actions.hpp"

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "programmes/actions.hpp"
#include "programmes/returning_store.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/waiting_actions.hpp"
#include "staff/actions.hpp"

namespace programmes {
namespace {

using records::text_of;

void record(
    Visit& visit,
    std::string_view subject,
    std::string_view id,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string const& why
) {
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = subject,
         .subject_id = std::string(id),
         .case_id = std::string(the_case.text()),
         .why = why,
         .fields = std::move(fields)}
    );
}

void return_to_programme(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    if (!place) return;
    if (place->completed_on) {
        store::go_on_with_programme(visit.db, visit.school, place->programme);
        record(
            visit,
            "programme",
            place->programme.text(),
            the_case,
            {{"completed_on", text_of(place->completed_on), ""}},
            why
        );
    }
    store::reopen_place(visit.db, visit.school, place->place);
    record(
        visit,
        "place",
        place->place.text(),
        the_case,
        {{"ended_on", text_of(place->ended_on), ""},
         {"end_reason", std::string(word(cases::EndReason::completed)), ""}},
        why
    );
}

}  // namespace

std::optional<cases::Refusal> obstacle_to_taking_back(Visit const& visit, CaseId const& the_case) {
    return store::was_on_a_register(visit.db, visit.school, the_case)
               ? std::optional(cases::Refusal::session_recorded)
               : std::nullopt;
}

Expected<void, cases::Refusal> undo_start(Visit& visit, CaseId const& the_case, std::string const& reason) {
    auto const step = cases::Step::start;
    if (auto const obstacle = cases::obstacle_to_undoing(visit, the_case, step)) return refuse(*obstacle);
    if (auto const obstacle = obstacle_to_taking_back(visit, the_case)) return refuse(*obstacle);
    return cases::undo(visit, the_case, step, reason);
}

Expected<void, cases::Refusal> undo_allocation(
    Visit& visit, CaseId const& the_case, std::string const& reason
) {
    auto undone = cases::undo(visit, the_case, cases::Step::allocation, reason);
    if (!undone) return undone;
    referrals::return_to_the_list(visit, the_case, reason);
    if (auto const place = store::latest_place_of(visit.db, visit.school, the_case, visit.today))
        end_place(visit, place->id, cases::EndReason::allocation_undone, reason);
    return undone;
}

std::optional<cases::Refusal> obstacle_to_returning(Visit const& visit, CaseId const& the_case) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    if (!place) return std::nullopt;
    auto const answers = consent::store::history(visit.db, visit.school, the_case);
    return cases::objection_to_returning(
        {.consent_in_force = consent::in_force_on(answers, visit.today),
         .agreed_to_form = consent::in_force_to(answers, place->form, visit.today),
         .deliverer_trained = staff::actions::is_trained(visit, place->deliverer, visit.today),
         .deliverer_works_here = place->deliverer_works_here,
         .place_free = place->taken < place->places,
         .has_another_place = place->pupil_has_a_place}
    );
}

Expected<void, cases::Refusal> undo_completion(
    Visit& visit, CaseId const& the_case, std::string const& reason
) {
    auto const step = cases::Step::completion;
    if (auto const obstacle = cases::obstacle_to_undoing(visit, the_case, step)) return refuse(*obstacle);
    if (auto const obstacle = obstacle_to_returning(visit, the_case)) return refuse(*obstacle);
    auto undone = cases::undo(visit, the_case, step, reason);
    if (undone) return_to_programme(visit, the_case, reason);
    return undone;
}

}  // namespace programmes
