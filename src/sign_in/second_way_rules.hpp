#pragma once

#include <optional>
#include <span>
#include <vector>

#include "sign_in/second_way.hpp"

namespace sign_in {

// Whether the person has any; a passkey is none where browsers give none to this Withy's address.
bool has_second_way(SecondWays const& ways, bool passkeys_work);

// Where a demand from this day on stands; met where there is none.
DemandStands stands(std::optional<Date> const& demanded_from, bool has_second_way, Date today);

// The roles that may be used today, and those that wait until their person has a second way.
RolesApart apart(std::vector<RoleToday> const& roles, bool has_second_way, Date today);

// Who comes with every role of the day, where nobody signs in and no second way is asked for.
visits::Who with_every_role(Comer comer);

// Whether this one of the ways may be taken away: while one is demanded, what stays has to be one.
bool may_take_away(SecondWay way, SecondWays const& ways, bool passkeys_work, bool demanded);

// Whether the password alone signs nobody in: one is demanded, and a passkey is the only one. With an app a
// code is asked for anyway.
bool has_to_use_passkey(SecondWays const& ways, bool passkeys_work, bool demanded);

// What stands once the administrator's wish is granted, in the roles' order: a demand whose day has come
// keeps its day.
std::vector<SecondWayDemand> granted(
    std::span<SecondWayDemand const> before, SecondWayWish const& wish, Date today
);

}  // namespace sign_in
