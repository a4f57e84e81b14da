#include "need_to_know/share_rules.hpp"

#include <algorithm>

#include "need_to_know/rules.hpp"

namespace need_to_know {
namespace {

using visits::Role;

// A role is meant as far as it is one to this very child.
bool has_role_to(visits::Who const& who, pupils::Pupil const& pupil, Role role) {
    return role == Role::class_teacher ? teaches(who, pupil) : who.holds(role);
}

// A door is closed to whoever has a role, and to nobody else.
bool closed_to(visits::Who const& who, Child const& child) {
    return std::ranges::any_of(child.shares, [&](auto const& share) {
        return share.by == By::child && !share.open && share.role &&
               has_role_to(who, child.pupil, *share.role);
    });
}

bool is_for(Share const& share, visits::Who const& who, Child const& child) {
    if (share.staff && (who.staff != share.staff || who.roles.empty())) return false;
    if (share.circle)
        return !who.roles.empty() && is_in_circle(who, child, *share.circle) && !closed_to(who, child);
    if (share.staff) return true;
    return share.role && has_role_to(who, child.pupil, *share.role);
}

bool holds(Share const& share, Child const& child) {
    bool const day_is_over = share.until_on && *share.until_on < child.today;
    bool const time_is_up = share.until_at && *share.until_at <= child.now;
    return !day_is_over && !time_is_up;
}

}  // namespace

Share const* shared_by(By by, Zone zone, visits::Who const& who, Child const& child) {
    if (by == By::reason && closed_to(who, child)) return nullptr;
    auto const found = std::ranges::find_if(child.shares, [&](auto const& share) {
        return share.by == by && share.zone == zone && share.open && holds(share, child) &&
               is_for(share, who, child);
    });
    return found == child.shares.end() ? nullptr : &*found;
}

Share const* agreed_with(visits::Who const& who, Child const& child) {
    auto const means = [&](Share const& share) {
        return share.by == By::child && share.zone == Zone::progress && share.open && !share.role &&
               holds(share, child) && is_for(share, who, child);
    };
    auto found =
        std::ranges::find_if(child.shares, [&](auto const& share) { return !share.circle && means(share); });
    if (found == child.shares.end()) found = std::ranges::find_if(child.shares, means);
    return found == child.shares.end() ? nullptr : &*found;
}

std::optional<Instant> overridden_until(visits::Who const& who, Child const& child) {
    auto const* const share = shared_by(By::safeguarding, Zone::confidence, who, child);
    return share ? share->until_at : std::nullopt;
}

bool a_reason_would_open(visits::Who const& who, Child child) {
    auto const sees_how_it_goes = [&] {
        auto const access = access_of(who, child);
        return access && access->sees(Zone::progress);
    };
    if (sees_how_it_goes()) return false;
    child.shares.push_back({.by = By::reason, .zone = Zone::progress, .staff = who.staff, .role = {}});
    return sees_how_it_goes();
}

}  // namespace need_to_know
