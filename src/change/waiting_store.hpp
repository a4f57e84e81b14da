#pragma once

#include <optional>
#include <vector>

#include "change/measured.hpp"
#include "db/connection.hpp"

namespace change::store {

// Scores of children's ratings by this instrument in this view and against these norms, from while they
// waited: after their referral and before their first session. Of a child who had none yet, only while the
// case is open and nobody said no. Of two adults' ratings the agreed one, and the first until then.
std::vector<WaitingScore> scores_while_waiting(
    db::Connection& db,
    SchoolId school,
    assessments::InstrumentId const& instrument,
    assessments::Informant informant,
    std::optional<assessments::NormSetId> const& norms
);

}  // namespace change::store
