#pragma once

#include <optional>

#include "db/connection.hpp"
#include "pupils/pupils.hpp"

// Parents and carers who work at the school.
namespace pupils::family_store {

// As whom this contact works here; empty where they don't.
std::optional<visits::StaffId> works_as(db::Connection& db, SchoolId school, ContactId const& contact);

// Notes as whom they work here, or that they don't.
void note(
    db::Connection& db, SchoolId school, ContactId const& contact, std::optional<visits::StaffId> const& staff
);

// Whether this person of the staff is a contact of the pupil.
bool is_family(db::Connection& db, SchoolId school, PupilId const& pupil, visits::StaffId const& staff);

}  // namespace pupils::family_store
