#pragma once

#include <vector>

#include "change/measured.hpp"
#include "db/connection.hpp"

namespace change::store {

// Every score of the takings of a class in which the pupil has one, the pupil's own too, as far as they
// stand.
std::vector<ClassScore> scores_beside(db::Connection& db, SchoolId school, PupilId const& pupil);

}  // namespace change::store
