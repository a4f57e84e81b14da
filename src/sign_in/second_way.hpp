#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "visits/who.hpp"

// A second way to sign in, a passkey or an authenticator app beside the password, and for whom a school
// demands one.
namespace sign_in {

// That the school demands one of whoever holds the role, from this day on.
struct SecondWayDemand {
    visits::Role role{};
    Date starts_on;
    auto columns() { return std::tie(role, starts_on); }
    bool operator==(SecondWayDemand const&) const = default;
};

// What the administrator asks for: these roles, the new ones from this day on.
struct SecondWayWish {
    std::vector<visits::Role> roles;
    Date starts_on;
};

// What somebody has besides a password.
struct SecondWays {
    bool app = false;
    std::size_t passkeys = 0;
};

// One of them, as it is to be taken away.
enum class SecondWay { app, passkey };

// Where a demand stands for one person.
enum class DemandStands { met, to_come, open };

// A role that somebody holds today, and from when it demands a second way, where it does.
struct RoleToday {
    visits::HeldRole role;
    std::optional<Date> demanded_from;
};

// Who comes, before it is judged which of their roles they may use.
struct Comer {
    visits::Who who;  // without roles
    std::vector<RoleToday> roles;
    SecondWays ways;
};

// Those roles, apart: what counts now, and what waits for a second way.
struct RolesApart {
    std::vector<visits::HeldRole> in_use;
    std::vector<visits::HeldRole> held_back;
};

// What one person is told of the demand that concerns them.
struct OwnDemand {
    DemandStands stands{};
    Date starts_on;
};

// How many people hold the role today, can sign in, and have no second way.
struct WithoutSecondWay {
    visits::Role role{};
    std::int64_t people = 0;
    auto columns() { return std::tie(role, people); }
};

}  // namespace sign_in
