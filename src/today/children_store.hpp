#pragma once

#include <string>
#include <vector>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"

// Of whom a page tells that leads to this and that.
namespace today::children_store {

// The children to whom these ids lead, which are of 36 letters each and stand one after the other: as a
// child, a case, a concern, a place, a question, a message to a parent, a letter, an override, or a programme
// in which they have a place. One query however many ids there are.
std::vector<PupilId> led_to(db::Connection& db, SchoolId school, std::string const& ids);

}  // namespace today::children_store
