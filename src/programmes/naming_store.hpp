#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "db/connection.hpp"
#include "programmes/programmes.hpp"

namespace programmes::store {

// A child who has or had a place, with all their names in one text.
struct CalledSo {
    PupilId pupil;
    std::string names;
    auto columns() { return std::tie(pupil, names); }
};
std::vector<CalledSo> names_of_children(db::Connection& db, SchoolId school, ProgrammeId const& programme);

// False where another change came first.
bool rename(db::Connection& db, SchoolId school, Programme const& before, std::string const& name);

}  // namespace programmes::store
