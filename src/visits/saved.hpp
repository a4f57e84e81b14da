#pragma once

#include <array>
#include <string_view>

#include "base/words.hpp"

// Saving says so: a form leads to a page with the word of what it saved, and that page says it in a green
// line.
namespace visits {

enum class Saved {
    concern,
    concern_words,
    concern_read,
    answer_to_parent,
    referral,
    discussion,
    priority,
    on_waiting_list,
    waiting_list,
    closing,
    undoing,
    letters,
    link_ended,
    consent_answer,
    consent_decision,
    letter_text,
    programme,
    place,
    place_ended,
    start,
    extension,
    completion,
    targets,
    target_ended,
    measures_before,
    plan,
    plan_review,
    stand_in,
    delivery,
    delivery_undone,
    not_held,
    evaluation,
    impact_review,
    next_step,
    check_in,
    check_in_wish,
    question,
    answer,
    message,
    message_handled,
    liaison,
    safeguarding_pointer,
    strategies,
    contact,
    person,
    role,
    training,
    leaving,
    invitation_ended,
    school,
    rooms,
    terms,
    policy
};
constexpr auto words(Saved) {
    return std::array{
        "concern",
        "concern-words",
        "answer-to-parent",
        "concern-read",
        "referral",
        "discussion",
        "priority",
        "on-waiting-list",
        "waiting-list",
        "closing",
        "undoing",
        "letters",
        "link-ended",
        "consent-answer",
        "consent-decision",
        "letter-text",
        "programme",
        "place",
        "place-ended",
        "start",
        "extension",
        "completion",
        "targets",
        "target-ended",
        "measures-before",
        "plan",
        "plan-review",
        "stand-in",
        "delivery",
        "delivery-undone",
        "not-held",
        "evaluation",
        "impact-review",
        "next-step",
        "check-in",
        "check-in-wish",
        "question",
        "answer",
        "message",
        "message-handled",
        "liaison",
        "safeguarding-pointer",
        "strategies",
        "contact",
        "person",
        "role",
        "training",
        "leaving",
        "invitation-ended",
        "school",
        "rooms",
        "terms",
        "policy"};
}

// What was saved and, where it is always the same, what comes next.
std::string_view in_words(Saved saved);

}  // namespace visits

using visits::Saved;
