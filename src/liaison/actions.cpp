#include "liaison/actions.hpp"

#include <algorithm>

#include "cases/store.hpp"
#include "liaison/message_store.hpp"
#include "liaison/store.hpp"
#include "messages/actions.hpp"
#include "pupils/contact_store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace liaison {
namespace {

using records::Action;
using records::text_of;

bool is_closed(Visit const& visit, CaseId const& the_case) {
    return !cases::store::is_open(visit.db, visit.school, the_case);
}

bool is_a_parent_to_write_to(Visit& visit, PupilId const& pupil, ContactId const& id) {
    auto const contacts = pupils::contact_store::contacts_of(visit.db, visit.school, pupil);
    auto const contact = std::ranges::find(contacts, id, &pupils::Contact::id);
    return contact != contacts.end() && may_be_written_to(*contact);
}

}  // namespace

Expected<QuestionId, Refusal> ask(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, std::string const& words
) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    Question question;
    question.id = visit.new_id<QuestionId>();
    question.the_case = the_case;
    question.pupil = pupil;
    question.asked_by = visit.staff();
    question.asked_at = visit.now;
    question.words = words;
    store::add(visit.db, visit.school, question);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "question",
         .subject_id = text_of(question.id),
         .case_id = text_of(the_case),
         .fields = {{"words", "", words}}}
    );
    return question.id;
}

Expected<void, Refusal> answer(
    Visit& visit, Question const& question, bool teaches_the_child, std::string const& words
) {
    if (auto const objection = objection_to_answering(teaches_the_child, question)) return refuse(*objection);
    if (!store::answer(visit.db, visit.school, question.id, words, visit.staff(), visit.now))
        return refuse(Refusal::already_answered);
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "question",
         .subject_id = text_of(question.id),
         .case_id = text_of(question.the_case),
         .fields = {{"answer", "", words}}}
    );
    return {};
}

void see_answer(Visit& visit, Question const& question) {
    if (question.asked_by != visit.staff()) return;
    if (!store::see_answer(visit.db, visit.school, question.id, visit.now)) return;
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "question",
         .subject_id = text_of(question.id),
         .case_id = text_of(question.the_case),
         .fields = {{"answer_seen", "", "yes"}}}
    );
}

Expected<ParentMessageId, Refusal> write_to_parent(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, MessageInput const& said
) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    if (!is_a_parent_to_write_to(visit, pupil, said.contact)) return refuse(Refusal::no_such_contact);
    auto const id = visit.new_id<ParentMessageId>();
    message_store::add(visit.db, visit.school, id, the_case, pupil, said, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "parent_message",
         .subject_id = text_of(id),
         .case_id = text_of(the_case),
         .fields = {{"contact_id", "", text_of(said.contact)}, {"words", "", said.words}}}
    );
    return id;
}

Expected<void, Refusal> handle(
    Visit& visit, ParentMessage const& message, bool teaches_the_child, Handling const& handling
) {
    if (auto const objection = objection_to_handling(teaches_the_child, message, handling))
        return refuse(*objection);
    if (handling.way == State::sent && !visit.sends_mail) return refuse(Refusal::no_mail_server);
    // Since it was written a court order may have come, or the parent may have gone.
    if (handling.way == State::sent && !is_a_parent_to_write_to(visit, message.pupil, message.contact))
        return refuse(Refusal::not_to_be_written_to);
    if (!message_store::handle(visit.db, visit.school, message.id, handling, visit.staff(), visit.now))
        return refuse(Refusal::already_handled);
    if (handling.way == State::sent)
        messages::send(
            visit,
            {.address = message.contact_address,
             .subject = "A message from " + visit.school_name,
             .words = handling.words,
             .about = message.pupil}
        );
    records::write(
        visit,
        {.action = Action::changed,
         .subject = "parent_message",
         .subject_id = text_of(message.id),
         .case_id = text_of(message.the_case),
         .why = handling.note,
         .fields =
             {{"state", std::string(word(message.state)), std::string(word(handling.way))},
              {"words_sent", message.words, handling.words}}}
    );
    return {};
}

Expected<LineId, Refusal> note(Visit& visit, CaseId const& the_case, LineInput const& said) {
    if (is_closed(visit, the_case)) return refuse(Refusal::case_closed);
    if (said.held_on > visit.today) return refuse(Refusal::held_in_the_future);
    auto const id = visit.new_id<LineId>();
    store::add(visit.db, visit.school, the_case, id, said, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "liaison",
         .subject_id = text_of(id),
         .case_id = text_of(the_case),
         .fields =
             {{"with_whom", "", said.with_whom},
              {"held_on", "", calendar::iso(said.held_on)},
              {"line", "", said.line}}}
    );
    return id;
}

}  // namespace liaison
