#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "pupils/naming.hpp"
#include "pupils/pupils.hpp"

// Every name that somebody is called by, to be looked for in what is written.
namespace pupils::naming_store {

struct CalledSo {
    std::string id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// The child's names in one text: the legal ones and those that are preferred.
std::string names_of(db::Connection& db, SchoolId school, PupilId const& pupil);

// The same of every child of the school, and the name of every contact.
std::vector<CalledSo> of_children_and_contacts(db::Connection& db, SchoolId school);

// The names of its rooms, classes and programmes, those of a programme with each child who has or had a
// place.
std::vector<OfTheSchool> of_the_school(db::Connection& db, SchoolId school);

// The names of who works at the school, or did, and is not of the family of one of its children.
std::vector<std::string> of_staff_without_family(db::Connection& db, SchoolId school);

}  // namespace pupils::naming_store
