#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"

namespace pupils::class_store {

// The school year that the day lies in, or the last one before it that has classes; that of the day where
// there are none.
int latest_school_year(db::Connection& db, SchoolId school, Date day);

// The classes of the school year that the day lies in, or of the last year that has any, youngest first, each
// with how many pupils are in it now.
std::vector<SchoolClass> classes(db::Connection& db, SchoolId school, Date day);

std::optional<SchoolClass> find(db::Connection& db, SchoolId school, ClassId const& class_id);

// The pupils who are in the class now, by surname.
std::vector<Pupil> pupils_of(db::Connection& db, SchoolId school, ClassId const& class_id);

void add(db::Connection& db, SchoolId school, SchoolClass const& a_class);

// From this day the pupil is in this class alone. A class that began on the same day never was.
void join(
    db::Connection& db, SchoolId school, PupilId const& pupil, ClassId const& class_id, Date day, Instant now
);

// The pupil is in no class after this day.
void leave(db::Connection& db, SchoolId school, PupilId const& pupil, Date last_day);

// Which classes the pupil was in, the latest first.
struct Membership {
    ClassId class_id;
    std::string class_name;
    Date starts_on;
    std::optional<Date> ends_on;
    auto columns() { return std::tie(class_id, class_name, starts_on, ends_on); }
};
std::vector<Membership> memberships(db::Connection& db, SchoolId school, PupilId const& pupil);

}  // namespace pupils::class_store
