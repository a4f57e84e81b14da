#pragma once

#include <string>

#include "base/expected.hpp"
#include "staff/staff.hpp"
#include "visits/visit.hpp"

namespace staff::actions {

// `why` stands in the log where the change is not plain by itself, as where a file brings it.
Expected<StaffId, Refusal> add_person(Visit& visit, PersonInput const& input, std::string const& why = {});
Expected<void, Refusal> change_person(
    Visit& visit, StaffId const& id, int version, PersonInput const& input, std::string const& why = {}
);

// From the day on the person no longer works here: roles end the day before, invitations and sign-ins too.
Expected<void, Refusal> leave(Visit& visit, StaffId const& id, Date left_on);

Expected<RoleHeldId, Refusal> give_role(
    Visit& visit, StaffId const& id, RoleInput const& input, std::string const& why = {}
);
Expected<void, Refusal> end_role(Visit& visit, RoleHeld const& role, Date on);

// Whether nurture training of the person's is in force on the day, and until when it then goes on (P2).
bool is_trained(Visit const& visit, StaffId const& id, Date day);
std::optional<Date> trained_until(Visit const& visit, StaffId const& id, Date day);

TrainingId add_training(Visit& visit, StaffId const& id, TrainingInput const& input);

// The sessions that this person held and that would be left without nurture training in force, were the entry
// so; without `after`, were it taken back.
std::vector<HeldSession> untrained_by(
    Visit& visit, Training const& training, std::optional<TrainingCorrection> const& after
);
// Puts the entry right, or takes it back, with a reason; what stood is kept.
Expected<void, Refusal> correct_training(
    Visit& visit, Training const& training, TrainingCorrection const& correction
);
void take_back_training(Visit& visit, Training const& training, std::string const& reason);

// A link by which a person chooses a password, and where it goes.
struct MadeLink {
    std::string token;
    std::string address;
    bool shown = true;  // to who made it
};
// Makes such a link: for the first password, or a new one where it is forgotten. Its token is in nobody's
// hands but the caller's; earlier links of the person end. Shown for a person who signs in already, it ends
// their devices, so that they notice.
Expected<MadeLink, Refusal> invite(Visit& visit, StaffId const& id);
void revoke_invitation(Visit& visit, StaffId const& id);

}  // namespace staff::actions
