#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "retention/retention.hpp"
#include "visits/visit.hpp"

namespace retention {

// Sets a category's years, with the reason, and records it.
void set_period(Visit& visit, Period const& period);

// Holds a child's records whatever their time; ends a hold. Each recorded.
HoldId hold(Visit& visit, PupilId const& pupil, std::string const& reason);
void end_hold(Visit& visit, Hold const& hold, std::string const& why);

// Why this visitor can't sign first for it now.
std::optional<Refusal> objection_to_first(Visit const& visit, PupilId const& pupil, Category category);

// The first of two signatures, and taking it back.
Expected<ErasureId, Refusal> sign_first(Visit& visit, PupilId const& pupil, Category category);
Expected<void, Refusal> take_back(Visit& visit, Erasure const& erasure);

// The second signature: erases by the data map what has come to its end, keeps how many rows of which table,
// and records it without a name and with the numbers of the log's entries that lost their detail.
Expected<void, Refusal> sign_second_and_erase(Visit& visit, Erasure const& erasure);

// Both signatures for leavers together: for each of them, or refused for all.
Expected<void, Refusal> sign_first_for_leavers(Visit& visit, std::vector<PupilId> const& leavers);
Expected<void, Refusal> sign_second_for_leavers(Visit& visit, std::vector<ErasureId> const& erasures);

}  // namespace retention
