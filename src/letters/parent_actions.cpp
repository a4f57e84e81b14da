#include "letters/parent_actions.hpp"

#include "base/secret.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/answer_actions.hpp"
#include "letters/link_store.hpp"
#include "letters/rules.hpp"
#include "letters/store.hpp"
#include "messages/actions.hpp"
#include "need_to_know/words_actions.hpp"
#include "programmes/store.hpp"
#include "pupils/contact_store.hpp"
#include "records/actions.hpp"

namespace letters {
namespace {

// Whatever this browser is signed in as, here it is this parent.
void become_the_parent(Visit& visit, Link const& link) {
    visit.enter(link.school, link.school_name);
    visit.who = {.staff = {}, .account = {}, .name = link.contact_name + ", by their link", .roles = {}};
}

// Of a closed case no letter waits to be sent again, so nobody is told.
void lock(Visit& visit, ParentsView const& view) {
    auto const& link = view.link;
    link_store::revoke(visit.db, link.school, link.case_id, link.contact, visit.now);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "consent_link",
         .subject_id = std::string(link.contact.text()),
         .case_id = std::string(link.case_id.text()),
         .why = "Too many wrong dates of birth"}
    );
    if (view.closed_on) return;
    messages::tell_that_something_waits(
        visit, store::addresses_to_tell(visit.db, visit.school, link.case_id, visit.today)
    );
}

// Their yes to the other form than the letter speaks of.
std::optional<consent::Received> yes_to_the_other(
    std::vector<consent::Received> const& history, ContactId const& contact, consent::Form form, Date today
) {
    for (auto const other : all_of<consent::Form>()) {
        auto const* latest =
            other == form ? nullptr : consent::latest_answer_of(history, contact, today, other);
        if (latest && latest->answer == consent::Answer::given && latest->form == other) return *latest;
    }
    return std::nullopt;
}

// A decision settles what was on record when it was made; a later answer of this parent stands beside it.
consent::Received const* decided_after(
    std::vector<consent::Received> const& history, consent::Received const& answer
) {
    consent::Received const* latest = nullptr;
    for (auto const& one : history)
        if (!one.by && one.number > answer.number) latest = &one;
    return latest;
}

Stands support_stands(
    Visit const& visit,
    CaseId const& the_case,
    std::vector<cases::StepTaken> const& steps,
    std::vector<consent::Received> const& history
) {
    if (cases::standing(steps, cases::Step::completion)) return Stands::over;
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);
    bool const stopped = place && !place->is_open();
    if (stopped || !consent::in_force_on(history, visit.today)) return Stands::at_rest;
    return cases::standing(steps, cases::Step::start) ? Stands::under_way : Stands::to_come;
}

std::optional<Date> closed_on(Visit const& visit, CaseId const& the_case) {
    auto const facts = cases::store::facts_of(visit.db, visit.school, the_case, visit.today);
    if (!facts || !facts->closed_at) return std::nullopt;
    return calendar::local_date(*facts->closed_at);
}

SupportTold support_told(
    Visit const& visit,
    CaseId const& the_case,
    std::vector<cases::StepTaken> const& steps,
    std::vector<consent::Received> const& history,
    consent::Received const& answer
) {
    SupportTold told{.stands = support_stands(visit, the_case, steps, history)};
    if (auto const* const decision = decided_after(history, answer)) {
        told.decided_on = decision->answered_on;
        told.goes_ahead = decision->answer == consent::Answer::decided_to_go_ahead &&
                          consent::in_force_on(history, visit.today);
    }
    return told;
}

// A no that took back a yes stands as a withdrawal.
bool stands_already(ParentsView const& view, consent::Answer answer) {
    if (!view.answer || view.asked_anew) return false;
    bool const said_no =
        view.answer->answer == consent::Answer::withdrawn && answer == consent::Answer::refused;
    return view.answer->answer == answer || said_no;
}

// To whoever still had the page open that asked them.
FieldError the_letter_was_undone() {
    return {
        "answer",
        "The school has taken its letter back, so your answer was not taken. It will write to you again"};
}

FieldError the_case_was_closed(Date closed_on) {
    return {
        "answer",
        "The school closed this on " + calendar::in_words(closed_on) +
            ", so your answer was not taken. Ring the school to say more"};
}

}  // namespace

std::optional<ParentsView> open_link(Visit& visit, std::string_view token, std::string_view proof) {
    auto link = link_store::find(visit.db, secret::hash_of_token(token));
    if (!link || !opens(*link, visit.now)) return std::nullopt;
    become_the_parent(visit, *link);
    bool const is_confirmed = proves(*link, proof, visit.now);
    if (is_confirmed) need_to_know::decide_by_link(visit, token);
    auto const child = store::child(visit.db, visit.school, link->case_id);
    auto const letter = store::latest_letter(visit.db, visit.school, link->case_id, link->contact);
    if (!child || !letter) return std::nullopt;
    auto const person = pupils::contact_store::find(visit.db, visit.school, child->pupil, link->contact);
    if (!person || !may_answer_by(*link, person->contact)) return std::nullopt;

    auto const history = consent::store::history(visit.db, visit.school, link->case_id);
    auto const form = consent::form_asked(
        consent::store::requests(visit.db, visit.school, link->case_id), link->contact, visit.today
    );
    auto const* const latest = consent::latest_answer_of(history, link->contact, visit.today, form);
    auto const steps = cases::store::steps(visit.db, visit.school, link->case_id);
    ParentsView view;
    view.form = form;
    if (form) view.yes_to_the_other = yes_to_the_other(history, link->contact, *form, visit.today);
    view.link = std::move(*link);
    view.is_confirmed = is_confirmed;
    view.child = child->forename;
    view.letter = letter->id;
    view.letter_title = letter->title;
    view.letter_words = letter->words;
    view.sender = letter->made_by_name;
    if (latest) view.answer = *latest;
    if (!child->open) {
        view.closed_on = closed_on(visit, view.link.case_id);
        return view;
    }
    if (latest) view.support = support_told(visit, view.link.case_id, steps, history, *latest);
    view.letter_undone = !cases::standing(steps, cases::Step::letter);
    view.asked_anew = latest && !view.letter_undone && is_asked_anew(*latest, letter->made_at, visit.today);
    view.choices = choices_after(latest, view.asked_anew, view.letter_undone);
    view.choices.may_withdraw |= view.yes_to_the_other.has_value();
    auto const support = store::support(visit.db, visit.school, view.link.case_id, visit.today);
    view.would_hold_until = consent::last_day_of_yes(visit.today, support.consent_weeks);
    return view;
}

WhomToRing whom_to_ring(Visit& visit, std::string_view token) {
    if (auto const link = link_store::find(visit.db, secret::hash_of_token(token)))
        return {link->school_name, link->telephone};
    if (auto const school = store::only_school(visit.db)) return {school->name, school->telephone};
    return {};
}

Expected<std::string, int> confirm(Visit& visit, ParentsView const& view, Date born_on) {
    auto const child = store::child(visit.db, visit.school, view.link.case_id);
    if (child && child->born_on == born_on) {
        link_store::forget_wrong_tries(visit.db, view.link);
        return proof_until(view.link, visit.now + confirmation_lasts);
    }
    auto const tries = link_store::count_wrong_try(visit.db, view.link);
    if (tries >= most_wrong_tries) lock(visit, view);
    return refuse(std::max(most_wrong_tries - tries, 0));
}

std::optional<FieldError> that_a_newer_letter_came(
    ParentsView const& view, std::string_view letter_read, consent::Answer answer
) {
    bool const about_all_support = answer == consent::Answer::withdrawn;
    if (view.closed_on || about_all_support || letter_read == view.letter.text()) return std::nullopt;
    if (view.letter_undone) return the_letter_was_undone();
    return FieldError{
        "letter",
        "The school has sent you a newer letter since you opened this page, so your answer was not taken. "
        "Read the newer letter here, then answer"};
}

std::optional<FieldError> answer_by_link(
    Visit& visit, ParentsView const& view, consent::Answer answer, std::string const& words
) {
    if (view.closed_on) return the_case_was_closed(*view.closed_on);
    if (stands_already(view, answer)) return std::nullopt;
    auto const taken = record_answer(
        visit,
        view.link.case_id,
        {.contact = view.link.contact,
         .answer = answer,
         .route = consent::Route::link,
         .answered_on = visit.today,
         .words = words,
         .knowingly = view.link.although.has_value()}
    );
    if (taken) return std::nullopt;
    return view.letter_undone ? the_letter_was_undone() : taken.error();
}

}  // namespace letters
