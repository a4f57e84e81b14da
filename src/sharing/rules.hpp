#pragma once

#include <optional>
#include <span>

#include "sharing/sharing.hpp"

namespace sharing {

// Who asks the child: the adult who supports them, or the SENCo.
bool may_ask_the_child(need_to_know::Relationship relationship);

// Who answers objections and shares by name: the SENCo.
bool may_share_by_name(visits::Who const& who);

// Why it can't be answered so; empty where it can. It closes to the headteacher alone: the class teacher
// measures impact and speaks with parents, and the SENCo coordinates, so for them something else must change.
std::optional<Refusal> objection_to_answering(AnswerTold const& answer, Outcome outcome);

// How it can be answered.
std::vector<Outcome> possible_outcomes(AnswerTold const& answer);

// Whether somebody who asks the child would open what was said in confidence to themselves by that (N3). Who
// supports the child has heard it.
bool opens_to_themselves(
    visits::Who const& asker, need_to_know::Relationship relationship, Answer const& answer
);

// The objections that nobody has answered yet.
std::vector<AnswerTold> waiting_objections(Agreement const& agreement);

}  // namespace sharing
