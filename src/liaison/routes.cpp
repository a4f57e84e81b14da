#include "liaison/routes.hpp"

#include <algorithm>

#include "cases/store.hpp"
#include "liaison/actions.hpp"
#include "liaison/forms.hpp"
#include "liaison/message_store.hpp"
#include "liaison/pages.hpp"
#include "liaison/store.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/rules.hpp"
#include "pupils/contact_store.hpp"
#include "visits/saving.hpp"

namespace liaison {
namespace {

using http::Request;
using http::Response;
using pages::About;

// The case, where the visitor may see the child's progress.
std::optional<About> about_case(Visit const& visit, std::optional<CaseId> const& the_case) {
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    return About{.child = std::move(*child), .the_case = *the_case, .sends_mail = visit.sends_mail};
}

bool teaches_the_child(Visit const& visit, About const& about) {
    return need_to_know::teaches(visit.who, about.child.pupil);
}

std::optional<About> about_addressed(
    Visit const& visit, Request const& request, bool (*may)(need_to_know::Relationship)
) {
    auto about = about_case(visit, request.id<CaseId>("case"));
    if (!about) return std::nullopt;
    bool const open = cases::store::is_open(visit.db, visit.school, about->the_case);
    if (!open) about->why_closed = in_words(Refusal::case_closed);
    about->may_write = open && may(about->child.access.relationship());
    return about;
}

// A form that was open while the case closed is answered in words.
bool may_write_here(About const& about) { return about.may_write || !about.why_closed.empty(); }

design::Page questions_page(Visit const& visit, About const& about, Answers const& answers) {
    auto const asked = store::questions_of(visit.db, visit.school, about.the_case);
    return pages::questions(visit.frame.guard, about, asked, answers);
}

// What a late impact review or measure is asked about with, for the SENCo to mend and send.
Fields reminder(std::string_view of_what, About const& about) {
    auto const& name = about.child.pupil.forename;
    if (of_what == "impact-review")
        return Fields(
            {{"words",
              "The impact review for " + name +
                  " is late. When can you write it, and is there anything that you need for it?"}}
        );
    if (of_what == "measure")
        return Fields(
            {{"words",
              "The measure before the programme for " + name +
                  " is late, and support has begun. When can you give it?"}}
        );
    return {};
}

Response get_questions(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_ask);
    if (!about) return http::not_found();
    return visit.page(
        questions_page(visit, *about, {reminder(request.query.value("remind"), *about), FormErrors{}})
    );
}

Response post_question(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_ask);
    if (!about || !may_write_here(*about)) return http::not_found();
    auto const words = forms::read_question(request.form);
    if (!words) return visit.form_again(questions_page(visit, *about, {request.form, words.error()}));
    auto const asked = ask(visit, about->the_case, about->child.pupil.id, *words);
    if (!asked)
        return visit.form_again(
            questions_page(visit, *about, {request.form, {{"words", in_words(asked.error())}}})
        );
    return visits::saved(pages::questions_path(about->the_case), Saved::question);
}

// What was done on Today leads back there.
Response led_back(Request const& request, std::string const& path, Saved what) {
    return visits::saved(request.form.holds("from", "today") ? "/" : path, what);
}

struct OpenedQuestion {
    Question question;
    About about;
};

std::optional<OpenedQuestion> opened_question(Visit const& visit, Request const& request) {
    auto const id = request.id<QuestionId>("question");
    auto question = id ? store::question(visit.db, visit.school, *id) : std::nullopt;
    if (!question) return std::nullopt;
    auto about = about_case(visit, question->the_case);
    if (!about) return std::nullopt;
    visit.db.open_words_of(*question);
    about->may_write = teaches_the_child(visit, *about);
    about->asked_here =
        question->asked_by == visit.staff() && visit.who.may(visits::Permission::work_on_cases);
    return OpenedQuestion{std::move(*question), std::move(*about)};
}

Response get_question(Visit& visit, Request const& request) {
    auto const opened = opened_question(visit, request);
    if (!opened) return http::not_found();
    return visit.page(pages::question(visit.frame.guard, opened->about, opened->question, design::blank()));
}

Response post_answer(Visit& visit, Request const& request) {
    auto const opened = opened_question(visit, request);
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::question(visit.frame.guard, opened->about, opened->question, {request.form, errors})
        );
    };
    auto const words = forms::read_answer(request.form);
    if (!words) return again(words.error());
    auto const done = answer(visit, opened->question, opened->about.may_write, *words);
    if (!done) return again({{"answer", in_words(done.error())}});
    return led_back(request, pages::path_of(opened->question.id), Saved::answer);
}

Response post_answer_seen(Visit& visit, Request const& request) {
    auto const opened = opened_question(visit, request);
    if (!opened || !opened->about.asked_here || !opened->question.answered_at) return http::not_found();
    see_answer(visit, opened->question);
    return led_back(request, pages::path_of(opened->question.id), Saved::answer_seen);
}

design::Page messages_page(Visit const& visit, About const& about, Answers const& answers) {
    auto contacts = pupils::contact_store::contacts_of(visit.db, visit.school, about.child.pupil.id);
    std::erase_if(contacts, [](auto const& contact) { return !may_be_written_to(contact); });
    auto const written = message_store::of_case(visit.db, visit.school, about.the_case);
    return pages::messages(visit.frame.guard, about, written, contacts, answers);
}

Response get_messages(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_write_to_parents);
    if (!about) return http::not_found();
    return visit.page(messages_page(visit, *about, design::blank()));
}

Response post_message(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_write_to_parents);
    if (!about || !may_write_here(*about)) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(messages_page(visit, *about, {request.form, errors}));
    };
    auto const said = forms::read_message(request.form);
    if (!said) return again(said.error());
    auto const written = write_to_parent(visit, about->the_case, about->child.pupil.id, *said);
    if (!written) return again({{"contact", in_words(written.error())}});
    return visits::saved(pages::messages_path(about->the_case), Saved::message);
}

struct OpenedMessage {
    ParentMessage message;
    About about;
};

// For the child's class teacher, who speaks with them, as long as the message waits; and for nobody where a
// court order has come since it was written.
std::optional<pupils::Contact> parent_of(Visit const& visit, ParentMessage const& message) {
    auto found = pupils::contact_store::find(visit.db, visit.school, message.pupil, message.contact);
    if (!found || !may_be_written_to(found->contact)) return std::nullopt;
    return std::move(found->contact);
}

std::optional<OpenedMessage> opened_message(Visit const& visit, Request const& request) {
    auto const id = request.id<ParentMessageId>("message");
    auto message = id ? message_store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!message) return std::nullopt;
    auto about = about_case(visit, message->the_case);
    if (!about) return std::nullopt;
    visit.db.open_words_of(*message);
    about->may_write = teaches_the_child(visit, *about);
    if (about->may_write && message->state == State::waiting) about->parent = parent_of(visit, *message);
    return OpenedMessage{std::move(*message), std::move(*about)};
}

Response get_message(Visit& visit, Request const& request) {
    auto const opened = opened_message(visit, request);
    if (!opened) return http::not_found();
    auto const typed = forms::typed(opened->message);
    return visit.page(pages::message(visit.frame.guard, opened->about, opened->message, {typed, {}}));
}

// Where the mend of a refusal stands on the form.
std::string field_of(Refusal refusal) {
    if (refusal == Refusal::words_missing) return "words";
    return refusal == Refusal::note_missing ? "note" : "way";
}

Response post_handling(Visit& visit, Request const& request) {
    auto const opened = opened_message(visit, request);
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::message(visit.frame.guard, opened->about, opened->message, {request.form, errors})
        );
    };
    auto const handling = forms::read_handling(request.form);
    if (!handling) return again(handling.error());
    auto const done = handle(visit, opened->message, opened->about.may_write, *handling);
    if (!done) return again({{field_of(done.error()), in_words(done.error())}});
    return led_back(request, pages::path_of(opened->message.id), Saved::message_handled);
}

design::Page lines_page(Visit const& visit, About const& about, Answers const& answers) {
    auto const lines = store::lines_of(visit.db, visit.school, about.the_case);
    return pages::lines(visit.frame.guard, about, lines, answers);
}

Response get_lines(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_note);
    if (!about) return http::not_found();
    auto const typed = forms::new_line(visit.today);
    return visit.page(lines_page(visit, *about, {typed, {}}));
}

Response post_line(Visit& visit, Request const& request) {
    auto const about = about_addressed(visit, request, may_note);
    if (!about || !may_write_here(*about)) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(lines_page(visit, *about, {request.form, errors}));
    };
    auto const said = forms::read_line(request.form, visit.today);
    if (!said) return again(said.error());
    auto const noted = note(visit, about->the_case, *said);
    if (!noted) return again({{"held_on", in_words(noted.error())}});
    return visits::saved(pages::lines_path(about->the_case), Saved::liaison);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/questions", Permission::open_case, get_questions},
        {"POST", "/cases/{case}/questions", Permission::work_on_cases, post_question},
        {"GET", "/questions/{question}", Permission::open_case, get_question},
        {"POST", "/questions/{question}", Permission::teach_class, post_answer},
        {"POST", "/questions/{question}/answer-seen", Permission::work_on_cases, post_answer_seen},
        {"GET", "/cases/{case}/parent-messages", Permission::open_case, get_messages},
        {"POST", "/cases/{case}/parent-messages", Permission::deliver, post_message},
        {"GET", "/parent-messages/{message}", Permission::open_case, get_message},
        {"POST", "/parent-messages/{message}", Permission::teach_class, post_handling},
        {"GET", "/cases/{case}/liaison", Permission::open_case, get_lines},
        {"POST", "/cases/{case}/liaison", Permission::open_case, post_line},
    };
}

}  // namespace liaison
