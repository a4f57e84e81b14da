#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "measures/measures.hpp"

namespace measures::store {

// Every measure that the school has had, by kind, the latest of each first.
std::vector<Measure> all(db::Connection& db, SchoolId school);

// Those that stood on the day, by kind: one of each at most.
std::vector<Measure> standing(db::Connection& db, SchoolId school, Date day);

std::optional<Measure> find(db::Connection& db, SchoolId school, MeasureId const& measure);

void add(db::Connection& db, SchoolId school, Measure const& measure);

// What the measure is from now on, and from when until when it stands. False where someone changed it since
// this version. The scale of one that has scores stays (gate `scale_stands`).
bool change(db::Connection& db, SchoolId school, Measure const& measure);

// The last day of a taking that has a score in this measure, one that was taken back too; none: it has none.
std::optional<Date> last_scored_on(db::Connection& db, SchoolId school, MeasureId const& measure);

}  // namespace measures::store
