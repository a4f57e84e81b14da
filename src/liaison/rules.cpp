#include "liaison/rules.hpp"

#include "schools/rules.hpp"

namespace liaison {

using need_to_know::Relationship;

bool may_ask(Relationship relationship) {
    return relationship == Relationship::senco || relationship == Relationship::deliverer;
}

bool may_write_to_parents(Relationship relationship) { return relationship == Relationship::deliverer; }

bool may_note(Relationship relationship) {
    return may_ask(relationship) || relationship == Relationship::class_teacher;
}

Date answered_by(Instant asked_at, schools::OpenDays const& open) {
    return schools::school_day_from(
        calendar::local_date(asked_at) + days_to_answer, open.terms, open.closures
    );
}

Date seen_to_by(Instant written_at, schools::OpenDays const& open) { return answered_by(written_at, open); }

std::optional<Refusal> objection_to_answering(bool teaches_the_child, Question const& question) {
    if (!teaches_the_child) return Refusal::not_the_class_teacher;
    if (question.answered_at) return Refusal::already_answered;
    return std::nullopt;
}

std::optional<Refusal> objection_to_handling(
    bool teaches_the_child, ParentMessage const& message, Handling const& handling
) {
    if (!teaches_the_child) return Refusal::not_the_class_teacher;
    if (message.state != State::waiting) return Refusal::already_handled;
    switch (handling.way) {
        case State::waiting: return Refusal::nothing_chosen;
        case State::sent:
            if (message.contact_address.empty()) return Refusal::no_address;
            return handling.words.empty() ? std::optional(Refusal::words_missing) : std::nullopt;
        case State::spoken: return std::nullopt;
        case State::put_aside:
            return handling.note.empty() ? std::optional(Refusal::note_missing) : std::nullopt;
    }
    return std::nullopt;
}

bool may_be_written_to(pupils::Contact const& contact) {
    return (contact.is_parent || contact.responsibility) && contact.restriction.empty();
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::case_closed:
            return "This case is closed, so nothing new is asked, noted or written here; raise a concern if "
                   "you "
                   "see more";
        case Refusal::not_the_class_teacher: return "The child's class teacher does this";
        case Refusal::already_answered: return "This question has been answered already";
        case Refusal::already_handled: return "Somebody has dealt with this message already";
        case Refusal::no_such_contact: return "Choose a parent or carer from the list";
        case Refusal::not_to_be_written_to:
            return "This parent can't be written to any more; ask the SENCo, or put the message aside";
        case Refusal::no_address:
            return "There is no e-mail address for this parent; speak with them instead";
        case Refusal::no_mail_server:
            return "E-mail is not set up here, so nothing can be sent; speak with them, or give them a print";
        case Refusal::nothing_chosen: return "Choose what to do with the message";
        case Refusal::words_missing: return "Enter the words to send";
        case Refusal::note_missing: return "Enter why the message is put aside";
        case Refusal::held_in_the_future: return "Enter a day that has come already, such as today";
    }
    return {};
}

}  // namespace liaison
