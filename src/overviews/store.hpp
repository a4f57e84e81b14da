#pragma once

#include <vector>

#include "db/connection.hpp"
#include "overviews/overviews.hpp"

namespace overviews::store {

// The children who are in the class now and were rated since the day, with these ratings.
std::vector<RatedChild> of_class(db::Connection& db, SchoolId school, ClassId const& class_id, Date since);

// Every child who has or had a place in the programme, with the ratings of the case of that place.
std::vector<RatedChild> of_programme(
    db::Connection& db, SchoolId school, programmes::ProgrammeId const& programme, Date today
);

// Every child who was rated since the day, with these ratings.
std::vector<RatedChild> of_school(db::Connection& db, SchoolId school, Date today, Date since);

}  // namespace overviews::store
