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

// The children whom the contact is reached for: what is held of the contact tells of each of them.
struct ChildOfContact {
    PupilId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};
std::vector<ChildOfContact> children_of(db::Connection& db, SchoolId school, ContactId const& contact);

}  // namespace data_requests::names_store
