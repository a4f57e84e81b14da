#pragma once

#include <optional>
#include <string>

#include "liaison/liaison.hpp"
#include "need_to_know/need_to_know.hpp"
#include "schools/schools.hpp"

namespace liaison {

enum class Refusal {
    case_closed,
    not_the_class_teacher,
    already_answered,
    already_handled,
    no_such_contact,
    not_to_be_written_to,
    no_address,
    no_mail_server,
    nothing_chosen,
    words_missing,
    note_missing,
    held_in_the_future
};
std::string in_words(Refusal refusal);

// SENCo and who delivers the support ask the class teacher (G11).
bool may_ask(need_to_know::Relationship relationship);

// Who delivers the support writes to a parent, by way of the class teacher (S4).
bool may_write_to_parents(need_to_know::Relationship relationship);

// SENCo, class teacher and who delivers the support note what they talked over.
bool may_note(need_to_know::Relationship relationship);

// A question is about the support of these weeks: its answer helps before the next weekly session. Where
// there is no school on that day, the next school day counts.
inline constexpr int days_to_answer = 5;
Date answered_by(Instant asked_at, schools::OpenDays const& open);

// A message to a parent is of these weeks too: the class teacher sees to it in the time of a question.
Date seen_to_by(Instant written_at, schools::OpenDays const& open);

// The child's class teacher answers, once.
std::optional<Refusal> objection_to_answering(bool teaches_the_child, Question const& question);

// The class teacher sends (perhaps in other words), speaks instead, or puts aside with a note; once.
std::optional<Refusal> objection_to_handling(
    bool teaches_the_child, ParentMessage const& message, Handling const& handling
);

// A parent who may be written to: no court order stands against it.
bool may_be_written_to(pupils::Contact const& contact);

}  // namespace liaison
