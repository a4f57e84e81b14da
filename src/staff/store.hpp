#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "staff/staff.hpp"

// Who works at the school that has been entered.
namespace staff::store {

// Everyone, by name; those who have left too.
std::vector<Person> people(db::Connection& db, SchoolId school);
std::optional<Person> person(db::Connection& db, SchoolId school, StaffId const& id);
void add(db::Connection& db, SchoolId school, Person const& person);
// False where someone else changed the person since this version.
bool change(db::Connection& db, SchoolId school, Person const& person);
void lead_to(db::Connection& db, SchoolId school, StaffId const& id, AccountId const& account);
// Those who have not left by the day, by name.
std::vector<Named> names(db::Connection& db, SchoolId school, Date day);

// All roles ever held.
std::vector<RoleHeld> roles(db::Connection& db, SchoolId school);
std::vector<RoleHeld> roles_of(db::Connection& db, SchoolId school, StaffId const& staff);
// The administrator's roles of those who have not left by the day and can sign in.
std::vector<RoleHeld> administrators(db::Connection& db, SchoolId school, Date day);
void add(db::Connection& db, SchoolId school, RoleHeld const& role);
void end_role(db::Connection& db, SchoolId school, RoleHeldId const& role, Date on);
// Ends every role of the person that would go on after the day.
void end_roles(db::Connection& db, SchoolId school, StaffId const& staff, Date on);
std::vector<SchoolClass> classes(db::Connection& db, SchoolId school, int school_year);

std::vector<Training> trainings(db::Connection& db, SchoolId school);
std::vector<Training> trainings_of(db::Connection& db, SchoolId school, StaffId const& staff);
void add(db::Connection& db, SchoolId school, Training const& training);
void change(db::Connection& db, SchoolId school, Training const& training);
void remove(db::Connection& db, SchoolId school, TrainingId const& training);
// What stood is kept; without `after` the entry was taken back.
void add_correction(
    db::Connection& db,
    SchoolId school,
    TrainingId const& id,
    Training const& before,
    std::optional<TrainingCorrection> const& after,
    int sessions_untrained,
    std::string const& reason,
    StaffId const& by,
    Instant at
);
std::vector<Corrected> corrections_of(db::Connection& db, SchoolId school, StaffId const& staff);
// Every session that the person has held, oldest first.
std::vector<HeldSession> held_by(db::Connection& db, SchoolId school, StaffId const& staff);
// Nurture Assistants on the day whose nurture training is in force on it (P2), by name.
std::vector<Named> trained_nurture_assistants(db::Connection& db, SchoolId school, Date day);

// Nurture Assistants on the day whose nurture training is not in force on it, by name.
std::vector<Untrained> untrained_nurture_assistants(db::Connection& db, SchoolId school, Date day);

void add_invitation(db::Connection& db, std::string const& token_hash, Invitation const& invitation);
std::optional<Invitation> invitation(db::Connection& db, std::string const& token_hash);
// Those whose invitation is still open.
std::vector<StaffId> invited(db::Connection& db, SchoolId school, Instant now);
// Says how many open invitations it ended.
std::int64_t revoke_invitations(db::Connection& db, SchoolId school, StaffId const& staff, Instant now);
// False where another was first, or the link no longer counts.
bool use_invitation(db::Connection& db, std::string const& token_hash, Instant now);

// How many schools the account leads to.
std::int64_t schools_of(db::Connection& db, AccountId const& account);

// Ends every device on which the person is signed in to this school.
void end_sign_ins(db::Connection& db, SchoolId school, StaffId const& staff, Instant now);

}  // namespace staff::store
