#pragma once

#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "pupils/details.hpp"
#include "pupils/pupils.hpp"

namespace pupils::contact_store {

// The adults of one child: those with responsibility first, then by name.
std::vector<Contact> contacts_of(db::Connection& db, SchoolId school, PupilId const& pupil);

std::optional<ContactOnFile> find(
    db::Connection& db, SchoolId school, PupilId const& pupil, ContactId const& contact
);

// Every adult of every pupil of the school; an adult of three children stands three times.
std::vector<ContactOfPupil> all(db::Connection& db, SchoolId school);

// A new adult, who belongs to no child yet.
void add(db::Connection& db, SchoolId school, Contact const& contact);

// What the adult is to this child.
void link(db::Connection& db, SchoolId school, PupilId const& pupil, Contact const& contact);

// Changes the adult and what they are to this child. False where someone changed the adult since this
// version.
bool change(db::Connection& db, SchoolId school, PupilId const& pupil, Contact const& contact, int version);

// Ends every open link by which this adult could answer for this child; gives the cases that they belonged
// to.
std::vector<CaseId> end_links(
    db::Connection& db, SchoolId school, PupilId const& pupil, ContactId const& contact, Instant now
);

}  // namespace pupils::contact_store
