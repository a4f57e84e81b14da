#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "measures/measures.hpp"

namespace measures::taking_store {

std::optional<Taking> find(db::Connection& db, SchoolId school, ClassId const& class_id, Date day);

// Of the class, the latest first, those with a score that was not taken back. These pupils count for nothing.
std::vector<TakingSoFar> all_of(
    db::Connection& db, SchoolId school, ClassId const& class_id, std::set<PupilId> const& left_out
);

void add(db::Connection& db, SchoolId school, Taking const& taking, StaffId const& by, Instant at);

// Who was in the class on the day, and whoever else has a score of that day, by surname.
std::vector<pupils::Pupil> pupils_on(db::Connection& db, SchoolId school, ClassId const& class_id, Date day);

// Who was in the class on the day, and so may be given a score of it.
std::vector<PupilId> members_on(db::Connection& db, SchoolId school, ClassId const& class_id, Date day);

// Of everybody who was ever in the class, which class they are in today; who is in none is left out.
struct InClassToday {
    PupilId pupil;
    ClassId class_id;
    std::string class_name;
    auto columns() { return std::tie(pupil, class_id, class_name); }
};
std::vector<InClassToday> classes_today(
    db::Connection& db, SchoolId school, ClassId const& class_id, Date today
);

// The scores of the taking, with those that were taken back.
std::vector<Score> scores_of(db::Connection& db, SchoolId school, TakingId const& taking);

// Who is in the class today, and when each was last given a score in a measure; without one the measure and
// the day are absent.
struct LastScore {
    PupilId pupil;
    std::optional<MeasureId> measure;
    std::optional<Date> taken_on;
    auto columns() { return std::tie(pupil, measure, taken_on); }
};
std::vector<LastScore> last_scores(db::Connection& db, SchoolId school, ClassId const& class_id, Date today);

// Who entered a score last, and when.
struct Entered {
    std::string by_name;
    Instant at;
    auto columns() { return std::tie(by_name, at); }
};
std::optional<Entered> entered(db::Connection& db, SchoolId school, ScoreId const& score);

void add(db::Connection& db, SchoolId school, Score const& score, StaffId const& by, Instant at);

// Puts this score in the place of the one with its id. False where someone changed it since this version.
bool change(db::Connection& db, SchoolId school, Score const& score, StaffId const& by, Instant at);

}  // namespace measures::taking_store
