#pragma once

#include <string>
#include <vector>

#include "data_requests/data_requests.hpp"
#include "db/connection.hpp"

namespace data_requests::names_store {

struct Named {
    std::string id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// What the ids of a school's staff, contacts, areas, rooms, classes and of this child's targets stand for.
std::vector<Named> all(db::Connection& db, SchoolId school, std::optional<PupilId> const& pupil);

// The names of who works at the school, or did, and is not of the family of one of its children.
std::vector<std::string> of_staff_without_family(db::Connection& db, SchoolId school);

// Every name of every child and contact of the school, as it is written.
std::vector<Named> of_children_and_contacts(db::Connection& db, SchoolId school);

}  // namespace data_requests::names_store
