#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "staff/account_acts.hpp"
#include "staff/staff.hpp"

namespace staff::pages {

// Everyone who works here, with roles, training and account; what expires soon stands above.
design::Page people(std::vector<PersonLine> const& lines);

// One person: account, roles, training, leaving.
struct PersonStory {
    PersonLine line;
    std::vector<RoleHeld> roles;
    std::vector<Training> trainings;
    std::vector<Corrected> corrections = {};
};
design::Page person(design::FormGuard const& guard, PersonStory const& story, Date today);

// The invitation's link, shown this once, and perhaps on its way by e-mail too.
design::Page invitation(Person const& to, std::string const& link, bool by_mail);
// That the link for a new password is on its way to the person's own address; it is shown to nobody else.
design::Page link_on_its_way(Person const& to, std::string const& address);
// Why no invitation could be made.
design::Page no_invitation(Person const& to, Refusal refusal);

// What was done to accounts and is not known to the reader yet.
design::Page account_acts(design::FormGuard const& guard, std::vector<AccountAct> const& acts);

}  // namespace staff::pages
