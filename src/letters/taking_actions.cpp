#include "letters/taking_actions.hpp"

#include <algorithm>
#include <utility>

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/store.hpp"
#include "messages/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace letters {
namespace {

using records::text_of;

std::string_view field_of(consent::Refusal refusal) {
    switch (refusal) {
        case consent::Refusal::in_the_future: return "answered_on";
        case consent::Refusal::witness_missing: return "witness";
        case consent::Refusal::reason_missing: return "reason";
        case consent::Refusal::no_dispute: return "decision";
        case consent::Refusal::already_stands: return "answer";
        case consent::Refusal::nothing_to_withdraw: return "answer";
    }
    return "answer";
}

FieldError worded(consent::Refusal refusal) { return {std::string(field_of(refusal)), in_words(refusal)}; }

FieldError case_is_closed() { return {"answer", "This case is closed, so its answers stand"}; }

bool is_open(Visit& visit, CaseId const& the_case) {
    auto const child = store::child(visit.db, visit.school, the_case);
    return child && child->open;
}

// What stops support is always taken while the case is open, whatever step was undone.
std::optional<FieldError> objection_to_any_answer(Visit& visit, CaseId const& the_case, bool stops) {
    if (!stops) return objection_to_going_on(visit, the_case);
    return is_open(visit, the_case) ? std::nullopt : std::optional(case_is_closed());
}

void write_down(Visit& visit, CaseId const& the_case, consent::Received const& received) {
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "consent_answer",
         .subject_id = text_of(the_case) + "/" + std::to_string(received.number),
         .case_id = text_of(the_case),
         .why = received.reason,
         .fields =
             {{"contact_id", "", received.by ? std::string(received.by->text()) : ""},
              {"answer", "", std::string(word(received.answer))},
              {"route", "", std::string(word(received.route))},
              {"answered_on", "", calendar::iso(received.answered_on)},
              {"expires_on", "", received.expires_on ? calendar::iso(*received.expires_on) : ""},
              {"form", "", received.form ? std::string(word(*received.form)) : ""},
              {"although", "", received.although ? std::string(word(*received.although)) : ""},
              {"witness", "", received.witness}}}
    );
}

consent::Form form_of_the_place(Visit& visit, programmes::Place const& place) {
    return programmes::store::find(visit.db, visit.school, place.programme)->form;
}

// The place stays, and no session may be held with it until somebody agrees to its form.
bool holds_up_the_sessions(
    Visit& visit, CaseId const& the_case, std::vector<consent::Received> const& history
) {
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);
    return place && place->is_open() &&
           consent::is_to_the_other(history, form_of_the_place(visit, *place), visit.today);
}

// What was taken back may be about the other form of support alone.
void end_place_without_consent(
    Visit& visit, CaseId const& the_case, std::vector<consent::Received> const& history
) {
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);
    if (!place || !place->is_open() ||
        consent::in_force_to(history, form_of_the_place(visit, *place), visit.today))
        return;
    programmes::end_place(
        visit, place->id, cases::EndReason::consent_withdrawn, "Consent is no longer in force"
    );
}

// A yes to another form than the latest letter spoke of leads no further.
bool agreed_to_what_was_asked(
    Visit& visit, CaseId const& the_case, std::vector<consent::Received> const& history
) {
    auto const form = consent::form_asked_last(consent::store::requests(visit.db, visit.school, the_case));
    return !form || consent::in_force_to(history, *form, visit.today);
}

bool differ_over_a_form(std::vector<consent::Received> const& history, Date today) {
    return std::ranges::any_of(all_of<consent::Form>(), [&](consent::Form form) {
        return consent::may_be_decided(history, form, today);
    });
}

// What an answer sets in motion. Who is told is found before the place ends, so that its NA is among them.
consent::Standing follow(
    Visit& visit, CaseId const& the_case, std::vector<consent::Received> const& history, bool stops
) {
    auto const standing = consent::standing_on(history, true, visit.today);
    auto const addresses = store::addresses_to_tell(visit.db, visit.school, the_case, visit.today);
    if (standing == consent::Standing::given && agreed_to_what_was_asked(visit, the_case, history)) {
        auto const steps = cases::store::steps(visit.db, visit.school, the_case);
        if (!cases::standing(steps, cases::Step::consent)) cases::take(visit, the_case, cases::Step::consent);
    }
    if (stops) end_place_without_consent(visit, the_case, history);
    if (stops || differ_over_a_form(history, visit.today) || holds_up_the_sessions(visit, the_case, history))
        messages::tell_that_something_waits(visit, addresses);
    return standing;
}

}  // namespace

std::optional<FieldError> objection_to_going_on(Visit& visit, CaseId const& the_case) {
    if (!is_open(visit, the_case)) return case_is_closed();
    auto const steps = cases::store::steps(visit.db, visit.school, the_case);
    if (!cases::standing(steps, cases::Step::letter))
        return FieldError{"answer", "Send the letter first: nobody has been asked yet"};
    return std::nullopt;
}

Expected<consent::Standing, FieldError> take_in(
    Visit& visit, CaseId const& the_case, consent::Received received
) {
    store::hold(visit.db, visit.school, the_case);
    auto history = consent::store::history(visit.db, visit.school, the_case);
    bool const back = consent::takes_back(history, received);
    bool const not_to = received.answer == consent::Answer::decided_not_to;
    if (auto const objection = objection_to_any_answer(visit, the_case, back || not_to))
        return refuse(*objection);
    // A no to all support after a yes is a withdrawal; one to a form of it takes back what was said of that
    // form.
    if (back && !received.form) received.answer = consent::Answer::withdrawn;
    if (auto const objection = consent::objection_to(history, received, visit.today))
        return refuse(worded(*objection));

    received.received_at = visit.now;
    received.recorded_by = visit.who.staff;
    received.number = consent::store::add(visit.db, visit.school, the_case, received);
    write_down(visit, the_case, received);
    history.push_back(received);
    bool const stops = not_to || (back && !consent::is_outdated(history, received, visit.today));
    return follow(visit, the_case, history, stops);
}

}  // namespace letters
