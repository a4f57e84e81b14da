#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "db/connection.hpp"

namespace assessments::store {

// The newest version of every instrument that the school loaded, by name.
std::vector<LoadedInstrument> instruments(db::Connection& db, SchoolId school);

// The instrument with its norms; nothing where the school has none of this id.
std::optional<LoadedInstrument> instrument(db::Connection& db, SchoolId school, InstrumentId const& id);

// The newest version of this code; nothing where the school loaded none.
std::optional<LoadedInstrument> newest(db::Connection& db, SchoolId school, std::string const& code);

// Those of the newest versions that have a weekly form, by name.
std::vector<WeeklyInstrument> rated_weekly(db::Connection& db, SchoolId school);

void add(db::Connection& db, SchoolId school, LoadedInstrument const& loaded, StaffId const& by);
// Between which numbers the scale is scored; `items` is what the school entered where the file leaves it
// open.
void add_scale(
    db::Connection& db,
    SchoolId school,
    InstrumentId const& instrument,
    std::string const& scale,
    std::optional<int> items,
    Range const& scores
);
void add(
    db::Connection& db,
    SchoolId school,
    InstrumentId const& instrument,
    LoadedNorms const& norms,
    StaffId const& by
);

}  // namespace assessments::store
