#include "letters/answer_actions.hpp"

#include <algorithm>
#include <utility>

#include "cases/actions.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/link_store.hpp"
#include "letters/rules.hpp"
#include "letters/store.hpp"
#include "letters/taking_actions.hpp"
#include "pupils/contact_store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace letters {
namespace {

// By the version in force on the day of the answer; sooner where the parent said so.
Date last_day_of_yes(Visit& visit, Answering const& answering) {
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    auto const policy =
        schools::policy_in_force(versions, answering.answered_on).value_or(schools::PolicyVersion{});
    auto const last = consent::last_day_of_yes(answering.answered_on, policy.consent_weeks);
    return std::min(last, answering.until.value_or(last));
}

// A link opens only with the latest letter; a slip may be of any.
bool does_not_say_to_what(std::vector<consent::Request> const& requests, Answering const& answering) {
    return answering.route != consent::Route::link && !answering.form && !answering.about_both &&
           consent::asked_about_both(requests);
}

// A withdrawal is about all support, whatever letter it came with.
std::optional<consent::Form> form_answered(
    std::vector<consent::Request> const& requests, Answering const& answering
) {
    if (answering.answer == consent::Answer::withdrawn || answering.about_both) return std::nullopt;
    if (consent::asked_about_both(requests) && answering.form) return answering.form;
    return consent::form_asked(requests, answering.contact, answering.answered_on);
}

// A decision is about the form over which they differ, and about both where they differ over both.
std::optional<consent::Form> form_to_decide(
    Visit& visit, CaseId const& the_case, consent::Received const& decision
) {
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    std::optional<consent::Form> found;
    for (auto const form : all_of<consent::Form>()) {
        auto about = decision;
        about.form = form;
        if (consent::objection_to(history, about, visit.today)) continue;
        if (found) return std::nullopt;
        found = form;
    }
    return found;
}

// What stands against asking this person, where it was known when the answer was taken.
std::optional<LeftOut> known_against(Visit& visit, CaseId const& the_case, Answering const& answering) {
    if (!answering.knowingly) return std::nullopt;
    auto const child = store::child(visit.db, visit.school, the_case);
    auto const person = pupils::contact_store::find(visit.db, visit.school, child->pupil, answering.contact);
    return person ? reason_to_leave_out(person->contact) : std::nullopt;
}

// Why this person's answer is not taken; empty where it is. Being asked once gives nobody a say for ever.
// What takes back an agreement that stands is always taken.
std::optional<std::string> objection_to_respondent(
    Visit& visit, CaseId const& the_case, Answering const& answering, consent::Received const& received
) {
    std::string const nobody =
        "Choose someone who holds parental responsibility, or whom the SENCo has asked";
    auto const child = store::child(visit.db, visit.school, the_case);
    if (!child) return nobody;
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    auto const* const latest = consent::latest_answer_of(history, answering.contact, answering.answered_on);
    if (consent::takes_back(history, received)) return std::nullopt;

    auto const person = pupils::contact_store::find(visit.db, visit.school, child->pupil, answering.contact);
    if (!person) return nobody;
    auto const against = reason_to_leave_out(person->contact);
    if (!against) return std::nullopt;
    auto const requests = consent::store::requests(visit.db, visit.school, the_case);
    bool const was_asked =
        std::ranges::any_of(requests, [&](auto const& one) { return one.contact == answering.contact; });
    if (!latest && !was_asked && !person->contact.responsibility) return nobody;
    if (answering.knowingly) return std::nullopt;
    return in_words(*against) + ". Tick that you know this, if their answer is to count all the same";
}

}  // namespace

Expected<consent::Standing, FieldError> record_answer(
    Visit& visit, CaseId const& the_case, Answering const& answering
) {
    auto const requests = consent::store::requests(visit.db, visit.school, the_case);
    consent::Received received;
    received.by = answering.contact;
    received.answer = answering.answer;
    received.route = answering.route;
    received.answered_on = answering.answered_on;
    received.witness = answering.witness;
    received.reason = answering.words;
    received.form = form_answered(requests, answering);
    if (auto const objection = objection_to_respondent(visit, the_case, answering, received))
        return refuse(FieldError{"contact", *objection});
    if (answering.answer != consent::Answer::withdrawn && does_not_say_to_what(requests, answering))
        return refuse(FieldError{"form", "Choose what they answer about, as the slip or the parent says"});
    if (answering.answer == consent::Answer::given) {
        received.although = known_against(visit, the_case, answering);
        received.expires_on = last_day_of_yes(visit, answering);
    }
    auto const ends_at = end_of_answered_link(visit.now, received.expires_on);
    auto taken = take_in(visit, the_case, std::move(received));
    if (taken) link_store::extend(visit.db, visit.school, the_case, answering.contact, visit.now, ends_at);
    return taken;
}

Shown shown_now(Visit& visit, CaseId const& the_case) {
    store::hold(visit.db, visit.school, the_case);
    return shown_of(consent::store::history(visit.db, visit.school, the_case), visit.today);
}

Expected<void, FieldError> note_consent(Visit& visit, CaseId const& the_case) {
    store::hold(visit.db, visit.school, the_case);
    if (auto const objection = objection_to_going_on(visit, the_case)) return refuse(*objection);
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    if (!consent::in_force_on(history, visit.today))
        return refuse(FieldError{"answer", "Consent is not in force today; record an answer first"});
    if (waits_for_a_yes_to(history, consent::store::requests(visit.db, visit.school, the_case), visit.today))
        return refuse(FieldError{
            "answer",
            "The latest letter asked about another form of support than the parents agreed to; record the "
            "answer to it first"});
    if (auto const taken = cases::take(visit, the_case, cases::Step::consent); !taken)
        return refuse(FieldError{"answer", cases::in_words(taken.error())});
    return {};
}

Expected<consent::Standing, FieldError> decide(
    Visit& visit, CaseId const& the_case, bool go_ahead, std::string const& reason
) {
    consent::Received decision;
    decision.answer = go_ahead ? consent::Answer::decided_to_go_ahead : consent::Answer::decided_not_to;
    decision.route = consent::Route::decision;
    decision.answered_on = visit.today;
    decision.reason = reason;
    decision.form = form_to_decide(visit, the_case, decision);
    return take_in(visit, the_case, std::move(decision));
}

}  // namespace letters
