#include "sharing/rules.hpp"

#include <algorithm>

#include "need_to_know/rules.hpp"

namespace sharing {

using need_to_know::Relationship;

bool may_ask_the_child(Relationship relationship) {
    return relationship == Relationship::deliverer || relationship == Relationship::senco;
}

bool may_share_by_name(visits::Who const& who) { return who.holds(Role::senco); }

std::optional<Refusal> objection_to_answering(AnswerTold const& answer, Outcome outcome) {
    if (!answer.is_objection() || answer.outcome) return Refusal::no_such_objection;
    if (outcome == Outcome::closes && answer.role != Role::headteacher) return Refusal::cannot_close;
    return std::nullopt;
}

std::vector<Outcome> possible_outcomes(AnswerTold const& answer) {
    std::vector<Outcome> possible;
    for (auto const outcome : all_of<Outcome>())
        if (!objection_to_answering(answer, outcome)) possible.push_back(outcome);
    return possible;
}

bool keeps_what_was_answered(Role before, Answer const& answer, bool understands) {
    return answer.zone == Zone::progress && answer.role == before && (!answer.yes || !understands);
}

bool opens_to_themselves(
    visits::Who const& asker,
    Relationship relationship,
    Answer const& answer,
    need_to_know::Child const& child
) {
    if (relationship == Relationship::deliverer || answer.zone != Zone::confidence || !answer.yes)
        return false;
    if (answer.circle) return need_to_know::is_in_circle(asker, child, *answer.circle);
    if (answer.staff) return answer.staff == asker.staff;
    if (answer.role == Role::class_teacher) return need_to_know::teaches(asker, child.pupil);
    return asker.holds(answer.role.value());
}

bool stays_open(LastWord const& door, Date today) {
    return door.yes && (!door.until_on || *door.until_on >= today);
}

std::vector<AnswerTold> waiting_objections(Agreement const& agreement) {
    std::vector<AnswerTold> waiting;
    std::ranges::copy_if(agreement.answers, std::back_inserter(waiting), [](auto const& answer) {
        return answer.is_objection() && !answer.outcome;
    });
    return waiting;
}

}  // namespace sharing
