#include "letters/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "letters/default_letter.hpp"
#include "letters/link_store.hpp"
#include "letters/rules.hpp"
#include "letters/store.hpp"
#include "messages/actions.hpp"
#include "pupils/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace letters {
namespace {

using records::text_of;

std::string_view in_words(std::optional<consent::Form> form) {
    if (!form) return "Support one to one or in a small group";
    switch (*form) {
        case consent::Form::one_to_one: return "Support one to one";
        case consent::Form::group: return "Support in a small group";
    }
    return {};
}

std::string in_words(store::Support const& support) {
    auto const weeks =
        support.weeks_least == support.weeks_most
            ? std::to_string(support.weeks_least)
            : std::to_string(support.weeks_least) + " to " + std::to_string(support.weeks_most);
    return std::string(in_words(support.form)) + ", one session a week for usually " + weeks + " weeks";
}

Way way_to(Visit const& visit, pupils::Contact const& contact) {
    return contact.address.empty() || !visit.sends_mail ? Way::paper : Way::e_mail;
}

Addressee const* among(Correspondence const& about, ContactId const& contact) {
    auto const found = std::ranges::find(about.addressees, contact, [](Addressee const& addressee) {
        return addressee.contact.id;
    });
    return found == about.addressees.end() ? nullptr : &*found;
}

// The day that the case's own page names for the answer.
Date reply_by(Visit const& visit) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    return schools::school_day_from(
        visit.today + cases::pace::answer_after_asking, open.terms, open.closures
    );
}

// An e-mail names no child (N6): it may be read by anyone who shares the address or the telephone.
std::string that_a_letter_waits(Visit const& visit, Correspondence const& about, Draft const& draft) {
    auto const ring = about.telephone.empty() ? std::string() : " or ring " + about.telephone;
    return visit.school_name + " has written to you and asks for your answer by " +
           calendar::in_words(about.reply_by) + ". Read the letter here:\n\n" + draft.link +
           "\n\nIt opens once you have entered your child's date of birth. If you would rather have it on "
           "paper, "
           "answer to the school" +
           ring + ".\n\nThis message says no more, so that it is safe to arrive anywhere.\n";
}

void keep(Visit& visit, Correspondence const& about, Draft const& draft, LetterId const& id) {
    store::add(
        visit.db,
        visit.school,
        {.id = id,
         .case_id = about.child.case_id,
         .contact = draft.contact,
         .way = draft.way,
         .title = draft.title,
         .words = draft.words,
         .pdf = draft.pdf,
         .kept_pdf = draft.kept_pdf},
        visit.staff(),
        visit.now
    );
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "letter",
         .subject_id = text_of(id),
         .case_id = text_of(about.child.case_id),
         .fields =
             {{"contact_id", "", text_of(draft.contact)},
              {"way", "", std::string(word(draft.way))},
              {"title", "", draft.title}}}
    );
}

// What stands against asking this person, where the SENCo has chosen to ask them all the same.
std::optional<LeftOut> known_against(Addressee const& to, std::vector<Choice> const& choices) {
    bool const chosen = std::ranges::any_of(choices, [&](Choice const& choice) {
        return choice.asked && choice.contact == to.contact.id;
    });
    return chosen ? to.left_out : std::nullopt;
}

void ask(
    Visit& visit,
    Correspondence const& about,
    Addressee const& to,
    Draft const& draft,
    LetterId const& id,
    std::optional<LeftOut> although
) {
    auto const& the_case = about.child.case_id;
    consent::Request request;
    request.id = visit.new_id<consent::RequestId>();
    request.contact = draft.contact;
    request.letter = id;
    request.asked_at = visit.now;
    request.form = about.form;
    consent::store::add_request(visit.db, visit.school, the_case, request, visit.staff());
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "consent_request",
         .subject_id = text_of(request.id),
         .case_id = text_of(the_case),
         .fields =
             {{"contact_id", "", text_of(draft.contact)},
              {"letter_id", "", text_of(id)},
              {"form", "", about.form ? std::string(word(*about.form)) : ""}}}
    );

    Link link;
    link.token_hash = draft.link_hash;
    link.school = visit.school;
    link.case_id = the_case;
    link.contact = draft.contact;
    link.made_at = visit.now;
    link.expires_at = end_of_link(visit.now, about.reply_by);
    link.proof_key = secret::new_token();
    link.although = although;
    // The letter that they have in hand goes on opening, unless it went to a mailbox that is not theirs.
    link_store::revoke_mailed_elsewhere(
        visit.db, visit.school, the_case, draft.contact, to.contact.address, visit.now
    );
    link_store::forget_wrong_tries(visit.db, link);
    link_store::add(visit.db, link);
}

void note_choice(Visit& visit, Correspondence const& about, Choice const& choice) {
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "consent_request",
         .subject_id = text_of(choice.contact),
         .case_id = text_of(about.child.case_id),
         .why = choice.reason,
         .fields = {{"asked", choice.asked ? "no" : "yes", choice.asked ? "yes" : "no"}}}
    );
}

}  // namespace

Template template_in_use(Visit& visit) {
    return store::school_template(visit.db, visit.school).value_or(default_letter());
}

bool change_template(Visit& visit, Template const& changed) {
    auto const before = template_in_use(visit);
    if (before.version != changed.version) return false;
    auto const id = visit.new_id<TemplateId>();
    if (!store::change_template(visit.db, visit.school, id, changed)) return false;
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "letter_template",
         .subject_id = std::to_string(visit.school.number),
         .fields = {{"title", before.title, changed.title}, {"words", before.words, changed.words}}}
    );
    return true;
}

std::optional<Correspondence> correspondence(
    Visit& visit, CaseId const& the_case, std::optional<consent::Form> form
) {
    auto child = store::child(visit.db, visit.school, the_case);
    if (!child) return std::nullopt;
    auto sent = store::letters_of(visit.db, visit.school, the_case);
    auto const answers = consent::store::history(visit.db, visit.school, the_case);
    for (auto& letter : sent) letter.answered = is_answered(letter, answers);
    auto const steps = cases::store::steps(visit.db, visit.school, the_case);

    Correspondence about;
    about.child = std::move(*child);
    if (auto const pupil = pupils::store::find(visit.db, visit.school, about.child.pupil))
        about.class_name = pupil->class_name;
    about.words = template_in_use(visit);
    about.reply_by = reply_by(visit);
    about.letter_stands = cases::standing(steps, cases::Step::letter) != nullptr;
    auto const requests = consent::store::requests(visit.db, visit.school, the_case);
    about.last_asked = consent::form_asked_last(requests);
    auto support = store::support(visit.db, visit.school, the_case, visit.today);
    if (about.letter_stands && about.last_asked) support.form = about.last_asked;
    if (form) support.form = form;
    about.form = support.form;
    about.programme = in_words(support);
    about.consent_weeks = support.consent_weeks;
    about.telephone = store::telephone(visit.db, visit.school);
    for (auto& contact : store::contacts(visit.db, visit.school, about.child.pupil)) {
        Addressee to{.contact = std::move(contact), .left_out = {}, .way = {}, .last = {}, .renew_by = {}};
        to.left_out = reason_to_leave_out(to.contact);
        to.way = way_to(visit, to.contact);
        for (auto const& letter : sent)
            if (!to.last && letter.contact == to.contact.id) to.last = letter;
        to.to_print = to.last && waits_to_be_printed(*to.last);
        to.to_hand_over = to.last && may_still_be_handed_over(*to.last, visit.now);
        auto const asked = consent::form_asked(requests, to.contact.id, visit.today);
        if (auto const* const answer =
                consent::latest_answer_of(answers, to.contact.id, visit.today, asked)) {
            to.answered = !to.last || !is_asked_anew(*answer, to.last->made_at, visit.today);
            if (consent::is_to_be_renewed(*answer, visit.today)) to.renew_by = answer->expires_on;
        }
        about.addressees.push_back(std::move(to));
    }
    return about;
}

std::string in_words(SendRefusal refusal) {
    switch (refusal) {
        case SendRefusal::nobody_chosen: return "Choose at least one parent or carer to write to";
        case SendRefusal::step_not_due:
            return "The letter comes after the form of support has been chosen. Prioritise the referral "
                   "first";
        case SendRefusal::case_closed: return "This case is closed, so nobody can be asked";
    }
    return {};
}

Expected<std::vector<LetterId>, SendRefusal> send(
    Visit& visit,
    Correspondence const& about,
    std::vector<Draft> const& drafts,
    std::vector<Choice> const& choices
) {
    if (!about.child.open) return refuse(SendRefusal::case_closed);
    if (drafts.empty()) return refuse(SendRefusal::nobody_chosen);
    if (!about.letter_stands && !cases::take(visit, about.child.case_id, cases::Step::letter))
        return refuse(SendRefusal::step_not_due);

    for (auto const& choice : choices) note_choice(visit, about, choice);
    store::forget_links_of_sheets(visit.db, visit.school, visit.now - sheet_keeps_its_link);
    std::vector<LetterId> sent;
    for (auto const& draft : drafts) {
        auto const* const to = among(about, draft.contact);
        if (!to) continue;
        auto const id = visit.new_id<LetterId>();
        keep(visit, about, draft, id);
        ask(visit, about, *to, draft, id, known_against(*to, choices));
        if (draft.way == Way::e_mail)
            messages::send(
                visit,
                {.address = to->contact.address,
                 .subject = "A letter from " + visit.school_name,
                 .words = that_a_letter_waits(visit, about, draft),
                 .letter = id}
            );
        sent.push_back(id);
    }
    return sent;
}

void note_printed(Visit& visit, Sent const& letter) {
    if (!store::mark_printed(visit.db, visit.school, letter.id, visit.staff(), visit.now)) return;
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "letter",
         .subject_id = text_of(letter.id),
         .case_id = text_of(letter.case_id),
         .fields = {{"printed_at", "", calendar::iso(visit.today)}}}
    );
}

}  // namespace letters
