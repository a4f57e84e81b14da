#pragma once

#include <optional>
#include <string>

#include "sign_in/sign_in.hpp"
#include "staff/staff.hpp"
#include "visits/visit.hpp"

namespace sign_in::actions {

// Somebody who came with an invitation's link.
struct Invited {
    staff::Person person;
    Workplace workplace;
    staff::InvitationState state{};
    // The account that the invitation leads to already: the person's own, who chooses a new password, or one
    // that another school made for the same address, whose password they prove.
    std::optional<Account> account;
    bool chooses_password() const { return !account || person.account.has_value(); }
};

// Finds the invitation and enters its school; empty where there is none.
std::optional<Invited> invited(Visit& visit, std::string_view token);

// Makes the account or a new password, or joins the school to the account that was proven. False where
// another used the link first. From here on the visit is the invited person's.
bool accept(Visit& visit, Invited& invited, std::string_view token, std::string const& password_hash);

}  // namespace sign_in::actions
