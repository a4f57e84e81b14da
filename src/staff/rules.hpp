#pragma once

#include <optional>
#include <span>

#include "staff/staff.hpp"

namespace staff {

bool holds_on(RoleHeld const& role, Date day);

// True where training of this kind was held by the day and has not expired on it (P2).
bool trained_on(std::span<Training const> trainings, TrainingKind kind, Date day);

// The last day on which training of this kind, in force on the day, goes on without a gap.
std::optional<Date> trained_until(std::span<Training const> trainings, TrainingKind kind, Date day);

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
