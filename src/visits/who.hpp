#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "visits/role.hpp"

namespace visits {

using AccountId = Id<struct AccountTag>;
using StaffId = Id<struct StaffTag>;
using ClassId = Id<struct ClassTag>;

// A role in force today. A class teacher's names the class.
struct HeldRole {
    Role role{};
    std::optional<ClassId> class_id;
    std::string class_name;
};

// The person of one request, with the roles they hold today. Nobody, where no one is signed in.
struct Who {
    std::optional<StaffId> staff;
    AccountId account;
    std::string name;
    std::vector<HeldRole> roles;
    // Works in the county's team, where nobody holds a school's role.
    bool for_the_county = false;

    bool holds(Role role) const {
        return std::ranges::any_of(roles, [&](auto const& held) { return held.role == role; });
    }
    bool may(Permission permission) const {
        if (permission == Permission::see_county) return for_the_county;
        return permission == Permission::anyone ||
               std::ranges::any_of(roles, [&](auto const& held) { return allows(held.role, permission); });
    }
    bool teaches(ClassId const& class_id) const {
        return std::ranges::any_of(roles, [&](auto const& held) {
            return held.role == Role::class_teacher && held.class_id == class_id;
        });
    }
};

}  // namespace visits
