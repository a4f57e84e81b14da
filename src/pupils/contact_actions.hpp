#pragma once

#include "pupils/details.hpp"
#include "pupils/pupils.hpp"
#include "visits/visit.hpp"

namespace pupils::actions {

// `why` stands in the log where the change is not plain by itself, as where a file brings it.

// A new adult in this child's life; the id is made here.
ContactId add_contact(Visit& visit, PupilId const& pupil, Contact contact, std::string const& why = {});

// An adult who is known already, as a sister's father may be, belongs to this child too.
void link_contact(Visit& visit, PupilId const& pupil, Contact const& contact, std::string const& why = {});

// False where someone changed the adult since `before` was read. The same values change and record nothing.
// Who holds no responsibility any more, or may not be in contact, can't answer by an older link from then on.
bool change_contact(
    Visit& visit,
    PupilId const& pupil,
    ContactOnFile const& before,
    Contact const& after,
    std::string const& why = {}
);

}  // namespace pupils::actions
