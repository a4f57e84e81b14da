#pragma once

#include <vector>

#include "change/measured.hpp"
#include "db/connection.hpp"

namespace change::store {

// Every score of the takings of a class in which the pupil has one, the pupil's own too, as far as they
// stand.
std::vector<ClassScore> scores_beside(db::Connection& db, SchoolId school, PupilId const& pupil);

// Scores of other children's ratings by this instrument in this view, from before their first session; on
// weekly forms or on all others.
std::vector<WaitingScore> scores_while_waiting(
    db::Connection& db,
    SchoolId school,
    assessments::InstrumentId const& instrument,
    assessments::Informant informant,
    bool weekly,
    CaseId const& but_for
);

}  // namespace change::store
