#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/undoing_store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "records/actions.hpp"

// Undoing a step, and what hung on it, so that the way can go on from there.
namespace cases {
namespace {

void record(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string subject_id,
    CaseId const& the_case,
    std::vector<records::FieldChange> fields,
    std::string why
) {
    records::write(
        visit,
        {.action = action,
         .subject = subject,
         .subject_id = std::move(subject_id),
         .case_id = std::string(the_case.text()),
         .why = std::move(why),
         .fields = std::move(fields)}
    );
}

std::string text_of(std::optional<Date> day) { return day ? calendar::iso(*day) : std::string(); }

std::optional<Refusal> obstacle_to_returning(Visit const& visit, CaseId const& the_case) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    if (!place) return std::nullopt;
    auto const answers = consent::store::history(visit.db, visit.school, the_case);
    return objection_to_returning(
        {.consent_in_force = consent::in_force_on(answers, visit.today),
         .agreed_to_form = consent::covers(answers, place->form, visit.today),
         .deliverer_trained = place->deliverer_trained,
         .deliverer_works_here = place->deliverer_works_here,
         .place_free = place->taken < place->places,
         .has_another_place = place->pupil_has_a_place}
    );
}

void take_off_the_list(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const line = store::end_waiting(visit.db, visit.school, the_case, visit.today);
    if (line)
        record(
            visit,
            records::Action::ended,
            "waiting",
            *line,
            the_case,
            {{"ended_on", "", calendar::iso(visit.today)}},
            why
        );
}

void put_back_on_the_list(Visit& visit, CaseId const& the_case, std::string const& why) {
    if (auto const line = store::wait_again(visit.db, visit.school, the_case))
        record(visit, records::Action::undone, "waiting", *line, the_case, {}, why);
}

void revoke_links(Visit& visit, CaseId const& the_case, std::string const& why) {
    for (auto const& contact : store::revoke_links(visit.db, visit.school, the_case, visit.now))
        record(visit, records::Action::ended, "consent_link", contact, the_case, {}, why);
}

void free_the_place(Visit& visit, CaseId const& the_case, std::string const& why) {
    put_back_on_the_list(visit, the_case, why);
    auto const place = store::open_place(visit.db, visit.school, the_case);
    if (!place) return;
    store::end_place(visit.db, visit.school, *place, visit.today);
    record(
        visit,
        records::Action::ended,
        "place",
        *place,
        the_case,
        {{"end_reason", "", std::string(word(EndReason::allocation_undone))}},
        why
    );
}

// The programme runs again for this child. The others of a group stay as they were completed.
void return_to_programme(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const place = store::completed_place(visit.db, visit.school, the_case, visit.today);
    if (!place) return;
    if (place->completed_on) {
        store::go_on_with_programme(visit.db, visit.school, place->programme);
        record(
            visit,
            records::Action::changed,
            "programme",
            place->programme,
            the_case,
            {{"completed_on", text_of(place->completed_on), ""}},
            why
        );
    }
    store::reopen_place(visit.db, visit.school, place->place);
    record(
        visit,
        records::Action::changed,
        "place",
        place->place,
        the_case,
        {{"ended_on", text_of(place->ended_on), ""},
         {"end_reason", std::string(word(EndReason::completed)), ""}},
        why
    );
}

void put_review_aside(Visit& visit, CaseId const& the_case, std::string const& why) {
    auto const reviewed = store::standing_review(visit.db, visit.school, the_case);
    if (!reviewed) return;
    store::undo_review(visit.db, visit.school, *reviewed, visit.now);
    record(visit, records::Action::undone, "impact_review", reviewed->review, the_case, {}, why);
}

void put_decision_aside(Visit& visit, CaseId const& the_case, std::string const& why) {
    if (auto const decided = store::undo_next_step(visit.db, visit.school, the_case, visit.now))
        record(visit, records::Action::undone, "next_step", *decided, the_case, {}, why);
}

void open_again(Visit& visit, CaseId const& the_case, std::string const& why) {
    store::reopen(
        visit.db, visit.school, the_case, visit.new_id<store::ClosingId>(), visit.staff(), visit.now, why
    );
    record(
        visit,
        records::Action::undone,
        "nurture_case",
        std::string(the_case.text()),
        the_case,
        {{"closed", "yes", "no"}},
        why
    );
}

bool is_open(Visit const& visit, CaseId const& the_case) {
    return store::is_open(visit.db, visit.school, the_case);
}

void undo_what_hung_on(Visit& visit, CaseId const& the_case, Step step, std::string const& why) {
    switch (step) {
        case Step::waiting_list: return take_off_the_list(visit, the_case, why);
        case Step::letter: return revoke_links(visit, the_case, why);
        case Step::allocation: return free_the_place(visit, the_case, why);
        case Step::completion: return return_to_programme(visit, the_case, why);
        case Step::impact_review: return put_review_aside(visit, the_case, why);
        case Step::next_step: return put_decision_aside(visit, the_case, why);
        case Step::concern:
        case Step::referral:
        case Step::discussion:
        case Step::prioritisation:
        case Step::consent:
        case Step::start: return;
    }
}

}  // namespace

std::optional<Refusal> obstacle_to_reopening(Visit const& visit, CaseId const& the_case) {
    return objection_to_reopening(
        {.closed = !is_open(visit, the_case),
         .later_case_stands = store::later_case_stands(visit.db, visit.school, the_case)}
    );
}

std::optional<Refusal> obstacle_to_undoing(Visit const& visit, CaseId const& the_case, Step step) {
    bool const closed = !is_open(visit, the_case);
    // The next step closed the case, so undoing it opens the case again.
    if (closed && step != Step::next_step) return Refusal::closing_stands;
    auto const history = store::steps(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_undoing(history, step, "a reason")) return objection;
    if (closed) return obstacle_to_reopening(visit, the_case);
    return step == Step::completion ? obstacle_to_returning(visit, the_case) : std::nullopt;
}

Expected<void, Refusal> undo(Visit& visit, CaseId const& the_case, Step step, std::string const& reason) {
    if (auto const obstacle = obstacle_to_undoing(visit, the_case, step)) return refuse(*obstacle);
    auto const history = store::steps(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_undoing(history, step, reason)) return refuse(*objection);

    auto const& taken = *standing(history, step);
    if (!is_open(visit, the_case)) open_again(visit, the_case, reason);
    store::undo_step(visit.db, visit.school, taken, visit.staff(), visit.now, reason);
    record(
        visit,
        records::Action::undone,
        "step",
        std::string(taken.id.text()),
        the_case,
        {{"step", std::string(word(step)), ""}},
        reason
    );
    undo_what_hung_on(visit, the_case, step, reason);
    return {};
}

Expected<void, Refusal> reopen(Visit& visit, CaseId const& the_case, std::string const& reason) {
    if (auto const obstacle = obstacle_to_reopening(visit, the_case)) return refuse(*obstacle);
    if (standing(store::steps(visit.db, visit.school, the_case), Step::next_step))
        return undo(visit, the_case, Step::next_step, reason);
    open_again(visit, the_case, reason);
    return {};
}

}  // namespace cases
