#pragma once

#include <string>
#include <vector>

#include "staff/account_acts.hpp"

namespace staff {

// To the account's own address, which no administrator changes, or to the new one once somebody else knows of
// the change; the page shows it only where nothing goes by e-mail.
WayOfLink way_of_new_password(
    std::string const& own_address, std::string const& on_record, bool change_is_known, bool sends_mail
);

// True where the role opens children's cases, by rank or by whom one teaches or supports.
bool is_over_children(visits::Role role);
// True where one of the roles, held today or from a later day on, is such.
bool holds_over_children(std::vector<RoleHeld> const& roles, Date today);

}  // namespace staff
