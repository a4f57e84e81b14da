#include "staff/rules.hpp"

#include <algorithm>

namespace staff {
namespace {

constexpr int days_until_expiry_soon = 60;

bool in_force(Training const& training, TrainingKind kind, Date day) {
    return training.kind == kind && training.held_on <= day && day <= training.expires_on;
}

TrainingState state_without_training_today(
    std::span<Training const> trainings, TrainingKind kind, Date today
) {
    auto const of_kind = [&](auto const& one) { return one.kind == kind; };
    auto const later = [&](auto const& one) { return one.kind == kind && one.held_on > today; };
    if (std::ranges::any_of(trainings, later)) return TrainingState::starts_later;
    return std::ranges::any_of(trainings, of_kind) ? TrainingState::expired : TrainingState::none;
}

}  // namespace

bool holds_on(RoleHeld const& role, Date day) {
    return role.starts_on <= day && (!role.ends_on || day <= *role.ends_on);
}

bool trained_on(std::span<Training const> trainings, TrainingKind kind, Date day) {
    return std::ranges::any_of(trainings, [&](auto const& one) { return in_force(one, kind, day); });
}

std::optional<Date> trained_until(std::span<Training const> trainings, TrainingKind kind, Date day) {
    std::optional<Date> until;
    for (auto next = day; trained_on(trainings, kind, next); next = *until + 1) {
        until = next;
        for (auto const& one : trainings)
            if (in_force(one, kind, next)) until = std::max(*until, one.expires_on);
    }
    return until;
}

std::optional<Date> last_day_trained(std::span<Training const> trainings, TrainingKind kind, Date day) {
    auto last = trained_until(trainings, kind, day);
    if (last) return last;
    for (auto const& one : trainings)
        if (one.kind == kind && one.expires_on < day)
            last = std::max(last.value_or(one.expires_on), one.expires_on);
    return last;
}

std::vector<HeldSession> left_untrained(
    std::span<HeldSession const> held, std::span<Training const> before, std::span<Training const> after
) {
    std::vector<HeldSession> left;
    std::ranges::copy_if(held, std::back_inserter(left), [&](auto const& session) {
        return trained_on(before, TrainingKind::nurture, session.on) &&
               !trained_on(after, TrainingKind::nurture, session.on);
    });
    return left;
}

bool may_give(std::optional<StaffId> const& giver, StaffId const& to, visits::Role role) {
    return giver != to || !visits::allows(role, visits::Permission::open_case);
}

TrainingStanding training_standing(std::span<Training const> trainings, TrainingKind kind, Date today) {
    auto const until = trained_until(trainings, kind, today);
    if (!until) return {state_without_training_today(trainings, kind, today), std::nullopt};
    bool const soon = *until - today <= days_until_expiry_soon;
    return {soon ? TrainingState::expires_soon : TrainingState::in_force, until};
}

InvitationState invitation_state(Invitation const& invitation, Instant now) {
    if (invitation.used_at) return InvitationState::used;
    if (invitation.revoked_at) return InvitationState::revoked;
    return now < invitation.expires_at ? InvitationState::open : InvitationState::expired;
}

AccountState account_state(Person const& person, bool has_open_invitation, Date today) {
    if (person.left_on && *person.left_on <= today) return AccountState::left;
    if (person.account) return AccountState::may_sign_in;
    return has_open_invitation ? AccountState::invited : AccountState::not_invited;
}

bool somebody_else_administers(std::span<RoleHeld const> administrators, StaffId const& person, Date today) {
    return std::ranges::any_of(administrators, [&](auto const& role) {
        return role.staff != person && role.starts_on <= today && !role.ends_on;
    });
}

bool held_already(std::span<RoleHeld const> roles, RoleInput const& input) {
    return std::ranges::any_of(roles, [&](auto const& held) {
        bool const same = held.role == input.role && held.class_id == input.class_id;
        bool const ends_before = held.ends_on && *held.ends_on < input.starts_on;
        bool const starts_after = input.ends_on && *input.ends_on < held.starts_on;
        return same && !ends_before && !starts_after;
    });
}

}  // namespace staff
