#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "comparison/comparison.hpp"
#include "db/connection.hpp"
#include "pupils/pupils.hpp"
#include "schools/schools.hpp"

namespace comparison::store {

// The class and the day in which the pupil was last given a score, up to the day.
struct LastScored {
    ClassId class_id;
    std::string class_name;
    std::string year_group;
    Date taken_on;
    auto columns() { return std::tie(class_id, class_name, year_group, taken_on); }
};
std::optional<LastScored> last_scored(db::Connection& db, SchoolId school, PupilId const& pupil, Date day);

// The scores of the class on the days of the period, the later ones last.
std::vector<ScoreOf> scores_of_class(
    db::Connection& db, SchoolId school, ClassId const& class_id, schools::Period const& period
);

// The same of every class of these year groups, four at most.
std::vector<ScoreOf> scores_of_stage(
    db::Connection& db,
    SchoolId school,
    schools::Period const& period,
    std::span<std::string const> year_groups
);

// Every class in which the pupil ever was.
std::vector<ClassId> classes_that_held(db::Connection& db, SchoolId school, PupilId const& pupil);

// Where and when the class was last measured, up to the day; nothing where it has no score.
std::optional<LastScored> last_measured(
    db::Connection& db, SchoolId school, ClassId const& class_id, Date day
);

// The same of every class that was measured within the period, by name.
std::vector<LastScored> measured_within(db::Connection& db, SchoolId school, schools::Period const& period);

// Who was in each of these classes on the day when it was last measured, and whoever else has a score of that
// day, by surname.
std::vector<pupils::Pupil> pupils_measured_within(
    db::Connection& db, SchoolId school, schools::Period const& period
);

// The scores of every class on the days of the period, the later ones last.
std::vector<ScoreOf> scores_within(db::Connection& db, SchoolId school, schools::Period const& period);

// Of the pupils of these year groups who have a score within the period, those who were referred at any time,
// by the step that stands.
std::vector<PupilId> ever_referred(
    db::Connection& db,
    SchoolId school,
    schools::Period const& measured,
    std::span<std::string const> year_groups
);

// Whoever has an open case.
std::vector<PupilId> pupils_with_open_case(db::Connection& db, SchoolId school);

// Whether a case of the pupil is open: somebody was worried before looking.
bool has_open_case(db::Connection& db, SchoolId school, PupilId const& pupil);

}  // namespace comparison::store
