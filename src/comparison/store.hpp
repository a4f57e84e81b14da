#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "comparison/comparison.hpp"
#include "db/connection.hpp"
#include "schools/schools.hpp"

namespace comparison::store {

// The last taking up to the day in which the pupil has a score.
struct LastTaking {
    TakingId taking;
    ClassId class_id;
    std::string class_name;
    std::string year_group;
    Date taken_on;
    auto columns() { return std::tie(taking, class_id, class_name, year_group, taken_on); }
};
std::optional<LastTaking> last_taking_of(db::Connection& db, SchoolId school, PupilId const& pupil, Date day);

// One score, and whose.
struct ScoreOf {
    TakingId taking;
    MeasureId measure;
    PupilId pupil;
    int score = 0;
    auto columns() { return std::tie(taking, measure, pupil, score); }
};
std::vector<ScoreOf> scores_of(db::Connection& db, SchoolId school, TakingId const& taking);

// The scores of the last taking within the period of each class of these year groups, four at most, but of
// this class.
std::vector<ScoreOf> scores_within(
    db::Connection& db,
    SchoolId school,
    schools::Period const& period,
    std::span<std::string const> year_groups,
    ClassId const& except
);

// Pupils who were referred at any time, by the step that stands.
std::vector<PupilId> ever_referred(db::Connection& db, SchoolId school);

}  // namespace comparison::store
