#pragma once

#include <optional>
#include <vector>

#include "referrals/list.hpp"

namespace referrals {

// Where a case of this stage stands on the list; empty once a programme runs.
std::optional<Group> group_of(cases::Stage stage);

// The oldest first: what has waited longest since the first concern.
void order_by_age(std::vector<ListLine>& lines);

}  // namespace referrals
