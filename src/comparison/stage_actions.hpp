#pragma once

#include <span>
#include <string>

#include "comparison/score_rules.hpp"
#include "schools/schools.hpp"
#include "visits/visit.hpp"

namespace comparison::actions {

// What the classes of the same stage as this year group were measured in these periods, the latest first, and
// who of their pupils was ever referred. Nothing of a class without a year group.
StageScores scores_of_stage(
    Visit const& visit, std::string const& year_group, std::span<schools::Period const> periods
);

}  // namespace comparison::actions
