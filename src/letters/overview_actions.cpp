#include <algorithm>
#include <functional>
#include <set>
#include <utility>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "cases/withdrawal_store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/answer_actions.hpp"
#include "letters/link_store.hpp"
#include "letters/rules.hpp"
#include "letters/store.hpp"
#include "programmes/store.hpp"

namespace letters {
namespace {

std::string name_of(std::vector<pupils::Contact> const& contacts, std::optional<ContactId> const& id) {
    for (auto const& contact : contacts)
        if (contact.id == id) return contact.name;
    return id ? "Someone who is no contact of the child any more" : "";
}

TakenBack taken_back(
    std::vector<consent::Received> const& history,
    consent::Form form,
    std::vector<pupils::Contact> const& contacts,
    Date today
) {
    TakenBack found;
    for (auto const& one : consent::withdrawals(history, form, today))
        found.by.push_back({name_of(contacts, one.by), one.answered_on});
    for (auto const& one : consent::who_agrees(history, form, today))
        found.still_agree.push_back(name_of(contacts, one));
    return found;
}

std::optional<Date> day_it_went(std::vector<Sent> const& letters, LetterId const& id) {
    auto const letter = std::ranges::find(letters, id, &Sent::id);
    auto const at = letter == letters.end() ? std::nullopt : went_at(*letter);
    return at ? std::optional(calendar::local_date(*at)) : std::nullopt;
}

void put_when_letters_went(Overview& overview) {
    std::set<ContactId> written_to;
    for (auto letter = overview.letters.rbegin(); letter != overview.letters.rend(); ++letter) {
        auto const at = went_at(*letter);
        if (!at) continue;
        auto const day = calendar::local_date(*at);
        overview.first_letter_went_on = std::min(overview.first_letter_went_on.value_or(day), day);
        bool const is_first = written_to.insert(letter->contact).second;
        if (!is_first) overview.last_reminded_on = std::max(overview.last_reminded_on.value_or(day), day);
    }
}

// One line for each form, where letters about both went out.
std::vector<FormStands> form_by_form(
    std::vector<consent::Received> const& history,
    std::vector<consent::Request> const& requests,
    std::vector<pupils::Contact> const& contacts,
    std::vector<Sent> const& letters,
    Date today
) {
    std::vector<FormStands> forms;
    if (!consent::asked_about_both(requests)) return forms;
    for (auto const form : all_of<consent::Form>()) {
        FormStands stands{
            .form = form,
            .standing = consent::standing_to(history, form, true, today),
            .holds_until = consent::holds_until(history, form, today),
            .taken_back = taken_back(history, form, contacts, today)};
        for (auto const& request : requests)
            if (request.form == form)
                if (auto const went_on = day_it_went(letters, request.letter)) stands.last_asked_on = went_on;
        forms.push_back(stands);
    }
    return forms;
}

// What a person said last, and what they said last about the other form where that is another answer.
void put_answers(Respondent& respondent, std::vector<consent::Received> const& history, Date today) {
    auto const* latest = consent::latest_answer_of(history, respondent.contact.id, today);
    if (!latest) return;
    respondent.answer = *latest;
    for (auto const form : all_of<consent::Form>())
        if (auto const* other = consent::latest_answer_of(history, respondent.contact.id, today, form))
            if (other != latest) respondent.answer_about_the_other = *other;
}

// A letter waits for this person's answer although one stands: they agreed before it went, or answered about
// the other form.
bool is_asked_again(
    Respondent const& respondent,
    std::vector<consent::Received> const& history,
    std::vector<consent::Request> const& requests,
    Date today
) {
    if (!respondent.answer || !respondent.last_letter) return false;
    auto const form = consent::form_asked(requests, respondent.contact.id, today);
    auto const* about_it = consent::latest_answer_of(history, respondent.contact.id, today, form);
    return !about_it || (about_it->answer == consent::Answer::given &&
                         about_it->received_at < respondent.last_letter->made_at);
}

// Of this person's links, the one that opens longest; where none does, the newest.
std::optional<Link> link_of(std::vector<Link> const& newest_first, ContactId const& contact, Instant now) {
    std::optional<Link> found;
    for (auto const& link : newest_first) {
        if (link.contact != contact) continue;
        bool const opens_longer =
            found && opens(link, now) && (!opens(*found, now) || link.expires_at > found->expires_at);
        if (!found || opens_longer) found = link;
    }
    return found;
}

std::optional<LeftOut> reason_to_leave_out_of(
    std::vector<pupils::Contact> const& contacts, ContactId const& id
) {
    auto const found = std::ranges::find(contacts, id, &pupils::Contact::id);
    return found == contacts.end() ? std::nullopt : reason_to_leave_out(*found);
}

bool keeps_in_force(
    std::vector<consent::Received> const& history, consent::Received const& received, Date today
) {
    return std::ranges::any_of(all_of<consent::Form>(), [&](consent::Form form) {
        auto const* const decision = consent::decision_in_force(history, form, today);
        return decision && decision->number == received.number;
    });
}

template <class One>
void add_once(std::vector<One>& all, std::vector<One> const& found) {
    for (auto const& one : found)
        if (std::ranges::find(all, one) == all.end()) all.push_back(one);
}

// A withdrawal is from every form of support, and the yes that stands may be to one of them.
void put_what_was_taken_back(
    Overview& overview,
    std::vector<consent::Received> const& history,
    std::vector<pupils::Contact> const& contacts,
    Date today
) {
    for (auto const form : all_of<consent::Form>()) {
        overview.may_be_decided |= consent::may_be_decided(history, form, today);
        if (overview.standing != consent::Standing::withdrawn) continue;
        add_once(overview.taken_back.still_agree, taken_back(history, form, contacts, today).still_agree);
    }
    if (overview.standing != consent::Standing::withdrawn) return;
    // Each person once, from the first day, though they took back a yes to either form.
    std::set<ContactId> named;
    for (auto const& one : consent::withdrawals(history, today))
        if (named.insert(*one.by).second)
            overview.taken_back.by.push_back({name_of(contacts, one.by), one.answered_on});
}

}  // namespace

std::optional<Overview> overview(Visit& visit, CaseId const& the_case) {
    auto const child = store::child(visit.db, visit.school, the_case);
    if (!child) return std::nullopt;
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    auto const requests = consent::store::requests(visit.db, visit.school, the_case);
    auto const links = link_store::links_of(visit.db, visit.school, the_case);
    auto const contacts = store::contacts(visit.db, visit.school, child->pupil);
    auto const recorders = store::recorders(visit.db, visit.school, the_case);
    auto const place = programmes::store::latest_place_of(visit.db, visit.school, the_case, visit.today);

    Overview overview;
    overview.child = *child;
    overview.standing = consent::standing_on(history, !requests.empty(), visit.today);
    overview.holds_until = consent::holds_until(history, visit.today);
    for (auto const& who : consent::without_a_say(history, visit.today))
        overview.without_a_say.push_back({name_of(contacts, who), reason_to_leave_out_of(contacts, who)});
    overview.awaits_yes_to = waits_for_a_yes_to(history, requests, visit.today);
    overview.letters = store::letters_of(visit.db, visit.school, the_case);
    for (auto& letter : overview.letters) letter.answered = is_answered(letter, history);
    put_when_letters_went(overview);
    overview.forms = form_by_form(history, requests, contacts, overview.letters, visit.today);
    overview.shown = shown_of(history, visit.today);
    overview.asked_about_both = consent::asked_about_both(requests);
    if (!requests.empty()) overview.first_asked_on = calendar::local_date(requests.front().asked_at);
    auto const steps = cases::store::steps(visit.db, visit.school, the_case);
    overview.letter_stands = cases::standing(steps, cases::Step::letter) != nullptr;
    overview.consent_stands = cases::standing(steps, cases::Step::consent) != nullptr;
    overview.has_place = place && place->is_open();
    if (overview.has_place) {
        overview.placed_in = programmes::store::find(visit.db, visit.school, place->programme)->form;
        overview.standing =
            consent::standing_to(history, *overview.placed_in, !requests.empty(), visit.today);
        overview.holds_until = consent::holds_until(history, *overview.placed_in, visit.today);
    }
    overview.had_place =
        place && !place->is_open() && place->end_reason != cases::EndReason::allocation_undone;
    overview.programme_over = cases::standing(steps, cases::Step::completion) != nullptr;
    put_what_was_taken_back(overview, history, contacts, visit.today);
    if (auto const& by = overview.taken_back.by; !by.empty())
        overview.taken_back.held_after =
            cases::store::sessions_held_after(visit.db, visit.school, the_case, by.front().on);
    for (auto const& contact : contacts) {
        Respondent respondent;
        respondent.contact = contact;
        respondent.left_out = reason_to_leave_out(contact);
        respondent.times_asked = static_cast<int>(
            std::ranges::count(requests, contact.id, [](auto const& request) { return request.contact; })
        );
        respondent.link = link_of(links, contact.id, visit.now);
        if (respondent.link && !may_answer_by(*respondent.link, contact)) respondent.link.reset();
        respondent.letters_gone =
            static_cast<int>(std::ranges::count_if(overview.letters, [&](Sent const& letter) {
                return letter.contact == contact.id && went_at(letter);
            }));
        auto const letter =
            std::ranges::find(overview.letters, contact.id, [](Sent const& one) { return one.contact; });
        if (letter != overview.letters.end()) respondent.last_letter = *letter;
        put_answers(respondent, history, visit.today);
        respondent.asked_anew = is_asked_again(respondent, history, requests, visit.today);
        respondent.to_print = respondent.last_letter && waits_to_be_printed(*respondent.last_letter);
        respondent.to_hand_over =
            respondent.last_letter && may_still_be_handed_over(*respondent.last_letter, visit.now);
        respondent.to_renew = respondent.answer && consent::is_to_be_renewed(*respondent.answer, visit.today);
        overview.respondents.push_back(std::move(respondent));
    }
    for (auto const& received : history) {
        auto const recorder = std::ranges::find(recorders, received.number, &store::Recorder::number);
        overview.history.push_back(
            {.received = received,
             .by_name = name_of(contacts, received.by),
             .recorded_by = recorder == recorders.end() ? "" : recorder->name,
             .came_late = consent::is_outdated(history, received, visit.today),
             .keeps_in_force = keeps_in_force(history, received, visit.today)}
        );
    }
    std::ranges::sort(overview.history, std::greater(), [](NamedAnswer const& one) {
        return std::pair(one.received.answered_on, one.received.number);
    });
    return overview;
}

}  // namespace letters
