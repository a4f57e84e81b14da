// Messages to parents: the Nurture Assistant's side and the class teacher's.
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "liaison/pages.hpp"
#include "need_to_know/pages.hpp"
#include "pupils/languages.hpp"
#include "safeguarding/pages.hpp"

namespace liaison::pages {
namespace {

h::Node header(About const& about) { return design::pupil_header(need_to_know::pages::header(about.child)); }

design::Place back_to_child(About const& about) {
    auto const& pupil = about.child.pupil;
    return {.text = pupil.name(), .path = "/pupils/" + std::string(pupil.id.text())};
}

design::TagKind kind_of(State state) {
    switch (state) {
        case State::waiting: return design::TagKind::waiting;
        case State::sent:
        case State::spoken: return design::TagKind::done;
        case State::put_aside: return design::TagKind::calm;
    }
    return design::TagKind::calm;
}

h::Node written_line(ParentMessage const& message) {
    return design::small_print(
        "Written by " + message.written_by_name + ", " + calendar::in_words(message.written_at)
    );
}

// Some parents are given the message on paper: what is for them, and nothing of how the school deals with it.
h::Node for_the_parent(About const& about, ParentMessage const& message) {
    auto const& words = message.state == State::sent ? message.words_sent : message.words;
    return design::on_paper(h::group(
        h::p("About " + about.child.pupil.name()),
        h::p(design::as_written(words)),
        h::p(
            "From " + message.written_by_name + ", " +
            calendar::in_words(calendar::local_date(message.written_at))
        )
    ));
}

h::Node what_became(ParentMessage const& message) {
    std::vector<design::SummaryRow> rows{
        {.key = "For", .value = message.contact_name},
        {.key = "Where it stands", .value = design::tag(kind_of(message.state), in_words(message.state))}};
    if (message.state == State::sent && message.words_sent != message.words)
        rows.push_back({.key = "Sent in these words", .value = design::as_written(message.words_sent)});
    if (!message.note.empty()) rows.push_back({.key = "Note", .value = message.note});
    if (message.handled_at)
        rows.push_back(
            {.key = "By", .value = message.handled_by_name + ", " + calendar::in_words(*message.handled_at)}
        );
    return design::summary_list(rows);
}

h::Node one_message(ParentMessage const& message) {
    return h::section(
        h::h2(h::a(h::href(path_of(message.id)), "To " + message.contact_name)),
        written_line(message),
        design::inset(design::as_written(message.words)),
        what_became(message)
    );
}

std::vector<design::Choice> choices(std::vector<pupils::Contact> const& contacts) {
    std::vector<design::Choice> made;
    for (auto const& contact : contacts) {
        auto const text =
            contact.relationship.empty() ? contact.name : contact.name + ", " + contact.relationship;
        made.push_back({.value = std::string(contact.id.text()), .text = text});
    }
    return made;
}

h::Node write_form(
    design::FormGuard const& guard,
    About const& about,
    std::vector<pupils::Contact> const& contacts,
    Answers const& answers
) {
    if (contacts.empty())
        return design::notice(
            "Nobody to write to", h::p("No parent or carer of this child can be written to.")
        );
    return design::form(
        guard,
        messages_path(about.the_case),
        design::radios(answers, {.name = "contact", .legend = "For whom?", .choices = choices(contacts)}),
        design::textarea(
            answers,
            {.name = "words",
             .label = "Message",
             .hint = "The class teacher reads it first, and sends it, changes it or speaks instead",
             .rows = 6,
             .keep = "parent-message-" + std::string(about.the_case.text())}
        ),
        design::button("Hand it to the class teacher")
    );
}

h::Node handling_form(
    design::FormGuard const& guard, About const& about, ParentMessage const& message, Answers const& answers
) {
    auto const send_hint = message.contact_address.empty()
                               ? std::string("There is no e-mail address for " + message.contact_name)
                               : std::string(
                                     "Goes to " + message.contact_name +
                                     " by e-mail, with these words in it: others may read them"
                                 );
    design::Choice const send{
        .value = "sent",
        .text = "Send it",
        .hint = send_hint,
        .more = design::textarea(
            answers,
            {.name = "words",
             .label = "In these words",
             .rows = 6,
             .keep = "handling-" + std::string(message.id.text())}
        )};
    design::Choice const spoken{
        .value = "spoken",
        .text = about.sends_mail ? "I have spoken with them instead"
                                 : "I have spoken with them, or given them a print",
        .more =
            design::text_input(answers, {.name = "spoken_note", .label = "Anything to note (if you like)"})};
    design::Choice const put_aside{
        .value = "put_aside",
        .text = "Put it aside",
        .more = design::text_input(answers, {.name = "note", .label = "Why?"})};
    std::vector<design::Choice> choices{spoken, put_aside};
    if (about.sends_mail && about.parent) choices.insert(choices.begin(), send);
    return design::form(
        guard,
        path_of(message.id),
        design::radios(
            answers,
            {.name = "way",
             .legend = "What do you want to do?",
             .choices = std::move(choices),
             .hint = about.sends_mail || !about.parent
                         ? ""
                         : "E-mail is not set up here: ring them, or print this page."}
        ),
        design::button("Record what becomes of it")
    );
}

h::Node how_to_reach(About const& about) {
    if (!about.parent)
        return design::notice(
            "Ask the SENCo first",
            h::p("The school can't write to this parent any more, nor speak with them before the SENCo says "
                 "so.")
        );
    auto const& parent = *about.parent;
    std::vector<design::SummaryRow> rows{
        {.key = "Telephone", .value = parent.telephone.empty() ? "None on record" : parent.telephone},
        {.key = "Language", .value = std::string(pupils::language_in_words(parent.language))}};
    if (!parent.needs.empty()) rows.push_back({.key = "Needs", .value = parent.needs});
    return design::summary_list(rows);
}

}  // namespace

design::Page messages(
    design::FormGuard const& guard,
    About const& about,
    std::vector<ParentMessage> const& messages,
    std::vector<pupils::Contact> const& contacts,
    Answers const& answers
) {
    auto const write = [&]() -> h::Node { return write_form(guard, about, contacts, answers); };
    auto const none = []() -> h::Node { return design::empty_state("No message has been written yet."); };
    return {
        .title = "Messages to parents",
        .back = back_to_child(about),
        .main = h::group(
            design::error_summary(answers.errors),
            header(about),
            design::heading("Messages to parents"),
            h::p("They go through the class teacher, who knows the family."),
            closed_notice(about),
            h::when(about.may_write, write),
            h::each(messages, one_message),
            h::when(messages.empty(), none),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

design::Page message(
    design::FormGuard const& guard, About const& about, ParentMessage const& message, Answers const& answers
) {
    bool const to_handle = about.may_write && message.state == State::waiting;
    auto const form = [&]() -> h::Node {
        return h::group(how_to_reach(about), handling_form(guard, about, message, answers));
    };
    return {
        .title = "A message to " + message.contact_name,
        .back = back_to_child(about),
        .main = h::group(
            design::error_summary(answers.errors),
            design::on_screen(header(about)),
            design::heading("To " + message.contact_name, "A message to a parent"),
            for_the_parent(about, message),
            design::on_screen(h::group(
                written_line(message),
                design::inset(design::as_written(message.words)),
                what_became(message),
                h::when(to_handle, form)
            )),
            safeguarding::pages::link_for(about.child.pupil.id)
        )};
}

}  // namespace liaison::pages
