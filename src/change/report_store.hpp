#pragma once

#include <optional>
#include <string>

#include "change/report.hpp"
#include "db/connection.hpp"
#include "programmes/programmes.hpp"

namespace change::store {

// A place that parents are told of.
struct ReportedPlace {
    programmes::PlaceId id;
    std::string programme;
    std::optional<Date> began_on;  // the first session that was held while the child had it
    std::optional<Date> ended_on;
    auto columns() { return std::tie(id, programme, began_on, ended_on); }
};

// The place of the case that stands, or else the last that was completed; nothing where there is neither.
std::optional<ReportedPlace> reported_place(db::Connection& db, SchoolId school, CaseId const& the_case);

// The targets of the place that one person measured before and after.
std::vector<programmes::TargetId> measured_by_one_person(
    db::Connection& db, SchoolId school, programmes::PlaceId const& place
);

}  // namespace change::store
