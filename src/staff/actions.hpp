#pragma once

#include <string>

#include "base/expected.hpp"
#include "staff/staff.hpp"
#include "visits/visit.hpp"

namespace staff::actions {

Expected<StaffId, Refusal> add_person(Visit& visit, PersonInput const& input);
Expected<void, Refusal> change_person(Visit& visit, StaffId const& id, int version, PersonInput const& input);

// From the day on the person no longer works here: roles end the day before, invitations and sign-ins too.
Expected<void, Refusal> leave(Visit& visit, StaffId const& id, Date left_on);

Expected<RoleHeldId, Refusal> give_role(Visit& visit, StaffId const& id, RoleInput const& input);
Expected<void, Refusal> end_role(Visit& visit, RoleHeld const& role, Date on);

TrainingId add_training(Visit& visit, StaffId const& id, TrainingInput const& input);

// Makes a link by which the person chooses a password: their first, or a new one where it is forgotten. Its
// token is in nobody's hands but the caller's; earlier links of the person end.
Expected<std::string, Refusal> invite(Visit& visit, StaffId const& id);
void revoke_invitation(Visit& visit, StaffId const& id);

}  // namespace staff::actions
