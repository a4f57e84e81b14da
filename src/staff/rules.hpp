#pragma once

#include <optional>
#include <span>
#include <vector>

#include "staff/staff.hpp"

namespace staff {

bool holds_on(RoleHeld const& role, Date day);

// True where training of this kind was held by the day and has not expired on it (P2).
bool trained_on(std::span<Training const> trainings, TrainingKind kind, Date day);

// The last day on which training of this kind, in force on the day, goes on without a gap.
std::optional<Date> trained_until(std::span<Training const> trainings, TrainingKind kind, Date day);

// That day or, where none is in force on the day, the last one before it on which one was.
std::optional<Date> last_day_trained(std::span<Training const> trainings, TrainingKind kind, Date day);

// Sessions that were held with nurture training in force, and would be without it (P2).
std::vector<HeldSession> left_untrained(
    std::span<HeldSession const> held, std::span<Training const> before, std::span<Training const> after
);

// True where a person may give the role to the other: nobody gives themselves one that opens children's
// cases. The command line is no person.
bool may_give(std::optional<StaffId> const& giver, StaffId const& to, visits::Role role);

// Where training of this kind stands. It expires soon within 60 days.
TrainingStanding training_standing(std::span<Training const> trainings, TrainingKind kind, Date today);

InvitationState invitation_state(Invitation const& invitation, Instant now);

AccountState account_state(Person const& person, bool has_open_invitation, Date today);

// True where somebody other than this person runs the school without an end. `administrators` are the roles
// of those who have not left and can sign in.
bool somebody_else_administers(std::span<RoleHeld const> administrators, StaffId const& person, Date today);

// True where one of the roles is the same, for the same class, on some of the same days.
bool held_already(std::span<RoleHeld const> roles, RoleInput const& input);

}  // namespace staff
