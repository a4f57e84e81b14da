#pragma once

#include <optional>
#include <vector>

#include "referrals/list.hpp"

namespace referrals {

// Where a case of this stage stands on the list; empty once a programme runs.
std::optional<Group> group_of(cases::Stage stage);

// True for a step that SENCo and Nurture Assistants talk about at their meeting: new concerns, of which the
// policy has both of them told, and what is to be discussed, prioritised and given a place. Letters and
// answers of parents are the SENCo's alone.
bool is_for_the_meeting(Group group);

// The oldest first: what has waited longest since the first concern.
void order_by_age(std::vector<ListLine>& lines);

}  // namespace referrals
