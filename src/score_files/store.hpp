#pragma once

#include <vector>

#include "db/connection.hpp"
#include "score_files/score_files.hpp"

namespace score_files::store {

// Who was in the class on the day, with what a file may call them.
std::vector<PupilOfClass> pupils_of(db::Connection& db, SchoolId school, ClassId const& class_id, Date day);

}  // namespace score_files::store
