#pragma once

#include <optional>
#include <vector>

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

// Whether somebody who asks the child would open what was said in confidence to themselves by that (N3), by
// role, by name or in a circle of this child. Who supports the child has heard it.
bool opens_to_themselves(
    visits::Who const& asker,
    need_to_know::Relationship relationship,
    Answer const& answer,
    need_to_know::Child const& child
);

// Whether how the SENCo answered a no to this role before still stands after this answer: after the same no
// again, and after a yes that the child doesn't understand yet. That yes waits, so it opens nothing that was
// closed (N3).
bool keeps_what_was_answered(Role before, Answer const& answer, bool understands);

// Whether a door that nobody is asked about now stays open by the child's last word on it.
bool stays_open(LastWord const& door, Date today);

// The objections that nobody has answered yet.
std::vector<AnswerTold> waiting_objections(Agreement const& agreement);

}  // namespace sharing
